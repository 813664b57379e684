"""What must outlive the window: the data of a project and its rules. No Qt, no pipeline, no tokeniser."""
