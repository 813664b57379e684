"""Messages over the foot of the article, and what they offer."""

from desktop.gui.app import Program


def test_what_a_message_offers_ends_with_the_project_that_it_is_about(opened: Program) -> None:
    messages, done = opened.window.page.messages, list[str]()
    messages.tell("x", button="Export them all the same", act=lambda: done.append("x"))
    opened.workbench.close_project()
    assert not messages.isVisibleTo(opened.window)
    messages.button.click()
    assert done == []
