"""The api room: the command line, the HTTP service and its pages."""
