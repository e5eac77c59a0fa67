"""A project's items: the import that makes them, their text, their state.

The narrow row the queue works on (`item`) stands apart from the text (`item_text`), so that handing out and
answering an item never rewrites its text.
"""
