"""Routes that must say who may call them, and read their JSON bodies strictly."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, get_args

from fastapi import APIRouter, Depends, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from labeldesk.core.errors import Invalid, WrongType
from labeldesk.httpkit.bodies import parse_json
from labeldesk.httpkit.sessions import in_one_thread

Access = Callable[..., Any]
WHOLE = re.compile(r"-?[0-9]{1,20}")


def public() -> None:
    """Access for the few routes that need no credential; a test holds their list."""


class StrictRoute(APIRoute):
    """A route whose JSON body is parsed by `parse_json` before FastAPI sees it, and whose query is known."""

    ignores_query = False

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        wants_json = self.body_field is not None
        dependants = list(_with_dependencies(self.dependant))
        query = [parameter for dependant in dependants for parameter in dependant.query_params]
        known = {parameter.alias for parameter in query}
        whole = {parameter.alias for parameter in query if _is_whole(parameter.field_info.annotation)}
        path = [parameter for dependant in dependants for parameter in dependant.path_params]
        ids = {parameter.alias for parameter in path if _is_whole(parameter.field_info.annotation)}

        async def strictly(request: Request) -> Response:
            seen: set[str] = set()
            for name in ids:
                _check_whole(name, request.path_params[name])
            for name, value in () if self.ignores_query else request.query_params.multi_items():
                if name in seen:
                    raise Invalid.field(name[:60], "repeated_parameter", f"The parameter “{name[:60]}” is given twice.")
                if name not in known:
                    raise Invalid.field(name[:60], "unknown_parameter", "There is no such parameter here.")
                if name in whole:
                    _check_whole(name, value)
                seen.add(name)
            if wants_json:
                check_is_json(request)
                request._json = parse_json(await request.body())
            return await handle(request)

        return strictly


def _with_dependencies(dependant: Dependant) -> Iterator[Dependant]:
    """A route's own needs, and those of what it depends on."""
    yield dependant
    for inner in dependant.dependencies:
        yield from _with_dependencies(inner)


def _is_whole(annotation: Any) -> bool:
    return annotation is int or int in get_args(annotation)


def _check_whole(name: str, value: str) -> None:
    """Digits only: the stock reading also takes 1.0, 1_0 and digits of other scripts."""
    if not WHOLE.fullmatch(value):
        raise Invalid.field(name, "not_an_integer", "This must be a whole number.")


def check_is_json(request: Request) -> None:
    """Refuse bodies of any other type: a form post from another site could otherwise pass as JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise WrongType("Send the body as application/json.")
    check_not_encoded(request)


def check_not_encoded(request: Request) -> None:
    """Refuse compressed bodies: what they unpack to is not bounded by what is sent."""
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise WrongType("Send the body uncompressed.", code="encoded_body")


class Routes(APIRouter):
    """A feature's router. Every method takes `access`: the dependency that admits the caller, or `public`."""

    def __init__(self, *, tag: str) -> None:
        super().__init__(tags=[tag], route_class=StrictRoute)
        self.access: dict[tuple[str, str], Access] = {}

    def route_for(self, method: str, path: str, *, access: Access, **options: Any) -> Callable[[Any], Any]:
        """Register an endpoint; the named methods below are shorthands."""
        self.access[(method, path)] = access
        return self.api_route(
            path,
            methods=[method],
            dependencies=[Depends(access)],
            generate_unique_id_function=lambda route: route.name,
            **options,
        )

    def add_api_route(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        super().add_api_route(path, in_one_thread(endpoint), **options)

    def read(self, path: str, *, access: Access, **options: Any) -> Callable[[Any], Any]:
        return self.route_for("GET", path, access=access, **options)

    def create(self, path: str, *, access: Access, status: int = 201, **options: Any) -> Callable[[Any], Any]:
        return self.route_for("POST", path, access=access, status_code=status, **options)

    def act(self, path: str, *, access: Access, status: int = 200, **options: Any) -> Callable[[Any], Any]:
        return self.route_for("POST", path, access=access, status_code=status, **options)

    def change(self, path: str, *, access: Access, **options: Any) -> Callable[[Any], Any]:
        return self.route_for("PATCH", path, access=access, **options)

    def replace(self, path: str, *, access: Access, **options: Any) -> Callable[[Any], Any]:
        return self.route_for("PUT", path, access=access, **options)

    def remove(self, path: str, *, access: Access, **options: Any) -> Callable[[Any], Any]:
        return self.route_for("DELETE", path, access=access, status_code=204, **options)
