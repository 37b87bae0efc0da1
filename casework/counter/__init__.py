"""The counter (窗口): how an act arrives over HTTP, as a form or as JSON, and how the answer leaves."""
