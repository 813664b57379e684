"""What joins the store and the pipelines, without Qt: called by the command line and by the window.

Long work is a generator of `store.values.Progress` that takes a cancel event, looks at it between articles,
and goes on where it ended when it is called again.
"""
