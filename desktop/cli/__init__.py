"""The command line: what the window does, without one."""
