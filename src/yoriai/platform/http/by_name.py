"""Two host names on one listening socket: the application's, and that of the files, on which nothing of it exists."""

from starlette.types import ASGIApp, Receive, Scope, Send

from yoriai.platform.http.listener import ListenerRules


class ByName:
    """Hands each request to whom it names. Which zone it is in neither of them decides: that is the socket's."""

    def __init__(self, application: ASGIApp, files: ASGIApp, rules: ListenerRules) -> None:
        self.application, self.files, self.rules = application, files, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # One that names two hosts means neither, and is told so where every unknown name is.
        hosts = [value for name, value in scope.get("headers", ()) if name == b"host"]
        is_for_files = len(hosts) == 1 and self.rules.is_for_files(hosts[0].decode("latin-1"))
        await (self.files if is_for_files else self.application)(scope, receive, send)
