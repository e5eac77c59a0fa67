"""Names, passwords, roles, links."""

from __future__ import annotations

import pytest

from labeldesk.accounts.rules import ROLES, Actor, email_problem, may_give, password_problem
from labeldesk.core.errors import Conflict, NotAllowed, NotFound
from labeldesk.core.names import fold, name_problem
from labeldesk.projects.rules import MOVES, check_move, link_problem


def test_names_are_compared_trimmed_normalised_and_folded() -> None:
    assert fold("  Straße ") == fold("STRASSE")
    assert fold("Cafe\u0301") == fold("CAFÉ")
    assert fold("a") != fold("b")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "required"),
        ("   ", "required"),
        ("x" * 129, "too_long"),
        ("..", "name_reserved"),
        ("a\0b", "invalid_text"),
        ("a\nb", "invalid_text"),
        ("a\u2028b", "invalid_text"),
    ],
)
def test_bad_names_say_why(name: str, code: str) -> None:
    assert (name_problem(name) or ("", ""))[0] == code


@pytest.mark.parametrize("name", ["x", "x" * 128, "CON", "a/b", "trailing.", "名前", "<script>"])
def test_other_names_are_fine(name: str) -> None:
    assert name_problem(name) is None


def test_passwords() -> None:
    def code(password: str, guesses: float = 1e12) -> str | None:
        found = password_problem(password, about=("ana lima", "ana.lima"), guesses=guesses)
        return found[0] if found else None

    assert code("short") == "password_short"
    assert code("x" * 129) == "password_long"
    assert code("ana.lima1234") == "password_personal"
    assert code("labeldesk2026") == "password_personal"
    assert code("qwertyuiop12", guesses=1e4) == "password_common"
    assert code("correct horse battery staple") is None
    assert code("пароль из слов") is None


def actor(**roles: str) -> Actor:
    given = {None if key == "workspace" else int(key[1:]): role for key, role in roles.items()}
    return Actor(user_id=1, name="A", email="a@example.org", roles=given, scopes=frozenset({"all"}))


def test_a_labeler_of_one_project_may_label_it_and_nothing_else() -> None:
    labeler = actor(p3="labeler")
    labeler.check_may("label", 3)
    with pytest.raises(NotAllowed):
        labeler.check_may("items.read", 3)
    with pytest.raises(NotFound):
        labeler.check_may("label", 4)
    with pytest.raises(NotAllowed):
        labeler.check_may("projects.create")
    assert labeler.is_labeler_only
    assert labeler.project_ids == {3}


def test_a_workspace_role_covers_all_projects() -> None:
    assert actor(workspace="owner").project_ids is None
    actor(workspace="reviewer").check_may("exports.write", 99)
    assert not actor(workspace="labeler", p3="lead").is_labeler_only


def test_a_token_never_may_more_than_its_scopes() -> None:
    token = Actor(user_id=1, name="A", email="a@example.org", roles={None: "owner"}, scopes=frozenset({"label"}))
    assert token.operations() == {"label"}


def test_nobody_gives_more_than_they_have() -> None:
    assert may_give(ROLES["owner"], "owner")
    assert not may_give(ROLES["contributor"], "owner")
    assert may_give(ROLES["contributor"], "labeler")


def test_states_move_only_as_drawn() -> None:
    check_move("running", "paused")
    for before, after in (("failed", "running"), ("paused", "initializing"), ("running", "initializing")):
        with pytest.raises(Conflict):
            check_move(before, after)
    assert all(after in MOVES for moves in MOVES.values() for after in moves)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "ftp://x", "//x", "http://a b", "JAVASCRIPT:x"]
)
def test_only_web_and_mail_links_are_shown(link: str) -> None:
    assert link_problem(link) is not None
    assert link_problem("https://example.org/a?b=c#d") is None
    assert link_problem("mailto:a@example.org") is None


def test_e_mail_shapes() -> None:
    assert email_problem("ana@example.org") is None
    for wrong in ("", "ana", "@x", "a@", "a b@c", "a\n@c", "x" * 250 + "@e.org"):
        assert email_problem(wrong) is not None
