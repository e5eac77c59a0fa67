"""Live changes as server-sent events."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent

from labeldesk.accounts.access import CurrentActor, signed_in
from labeldesk.core.errors import Invalid
from labeldesk.httpkit.live import Live, Topic
from labeldesk.httpkit.routing import Routes

routes = Routes(tag="operation")
MOST_TOPICS = 100
ALIVE_SECONDS = 15.0
LONGEST_SECONDS = 15 * 60.0  # then the browser connects anew, and is asked anew who it is


def _topics(actor: CurrentActor, projects: Annotated[str, Query(max_length=2000)] = "") -> list[Topic]:
    """What is watched. Before the stream begins, because after that there is no other answer any more."""
    topics: list[Topic] = [("user", actor.user_id)]
    for part in filter(None, projects.split(",")):
        if not (part.isascii() and part.isdigit() and len(part) < 16):
            raise Invalid.field("projects", "invalid", "Send project ids with commas between them.")
        if actor.operations(int(part)):
            topics.append(("project", int(part)))
    return topics[:MOST_TOPICS]


@routes.read("/events", access=signed_in, response_class=EventSourceResponse)
async def watch(request: Request, topics: Annotated[list[Topic], Depends(_topics)]) -> AsyncIterator[ServerSentEvent]:
    """An event `change` with {topic, what} whenever something of the projects, or of mine, has changed."""
    live: Live = request.app.state.live
    end = asyncio.get_running_loop().time() + LONGEST_SECONDS
    async with live.watch(topics) as news:
        yield ServerSentEvent(event="hello", data={"topics": len(topics)})
        while asyncio.get_running_loop().time() < end and not await request.is_disconnected():
            try:
                topic, what = await asyncio.wait_for(news.get(), ALIVE_SECONDS)
            except TimeoutError:
                yield ServerSentEvent(comment="alive")
                continue
            name = "me" if topic[0] == "user" else f"{topic[0]}:{topic[1]}"
            yield ServerSentEvent(event="change", data={"topic": name, "what": what})
