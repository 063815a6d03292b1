"""Answers with what openapi-core, starlette and uvicorn understood. Arguments: the description as JSON.

The number of the port is the first line of standard output; the end of standard input is the end of
the server. HTTP, parameters and bodies are read by the libraries and not here.
"""

import asyncio
import base64
import dataclasses
import json
import os
import sys
import threading
from xml.etree.ElementTree import Element

import uvicorn
from openapi_core import OpenAPI
from openapi_core.contrib.starlette import StarletteOpenAPIRequest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

with open(sys.argv[1], encoding="utf-8") as file:
    description = json.load(file)
# openapi-core reads XML, but has nothing to compare elements with a schema.
description["paths"]["/body/xml"]["post"]["requestBody"]["content"]["application/xml"] = {}
openapi = OpenAPI.from_dict(description)


async def understood(request: Request) -> Response:
    """What the request was understood as."""
    body = await request.body()
    result = openapi.unmarshal_request(StarletteOpenAPIRequest(request, body))
    parameters = dataclasses.asdict(result.parameters)
    errors = [f"{error}: {error.__cause__}" for error in result.errors]
    answer = {**parameters, "body": result.body, "errors": errors}
    text = json.dumps(answer, default=plain)
    return Response(text, 422 if errors else 200, media_type="application/json")


def plain(value):
    """JSON for what is none: bytes, and elements of XML as name, attributes, text and children."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, Element):
        return [value.tag, value.attrib, value.text, list(value)]
    return dict(value)


async def text(_: Request) -> Response:
    return PlainTextResponse("é ☕\r\n")


async def all_bytes(_: Request) -> Response:
    return Response(bytes(range(256)), media_type="application/octet-stream")


async def xml(_: Request) -> Response:
    content = (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        "<person id='7'><name xmlns='urn:names'>A &amp; B</name>"
        "<roles><role>x</role><role><![CDATA[<y>]]></role></roles></person>"
    )
    return Response(content, media_type="application/xml")


async def headers(_: Request) -> Response:
    response = Response(status_code=204)
    response.headers["X-Text"] = "a text, with a comma"
    response.headers["X-Number"] = "-7"
    for word in ["blue", "black", "brown"]:
        response.headers.append("X-List", word)
    response.headers["X-Object"] = "R,100,G,200,B,150"
    response.headers["X-Exploded"] = "R=100,G=200,B=150"
    response.headers["X-Json"] = '{"name":"a, b","count":2}'
    return response


async def problem(_: Request) -> Response:
    return Response('{"title":"Taken"}', 409, media_type="application/problem+json")


told = asyncio.Event()


async def proceed(_: Request) -> Response:
    """Lets the open stream go on."""
    told.set()
    return Response(status_code=204)


async def events(request: Request) -> Response:
    first = ': a comment\nevent: first\nid: 1\ndata: {"name":"one",\ndata: "count":1}\n\n'
    return stream(request, "text/event-stream", first, 'data: {"name":"two"}\n\n')


async def lines(request: Request) -> Response:
    first = '{"name":"one","count":1}\n'
    return stream(request, "application/jsonl", first, '{"name":"two"}\n')


def stream(request: Request, media_type: str, first: str, second: str) -> Response:
    """Sends one item, and the next when it is told to; or breaks the connection then."""

    async def items():
        told.clear()
        yield first
        await told.wait()
        if request.query_params.get("broken") == "true":
            yield second[:5]
            raise ConnectionAbortedError
        yield second

    return StreamingResponse(items(), media_type=media_type)


app = Starlette(
    routes=[
        Route("/reply/text", text),
        Route("/reply/bytes", all_bytes),
        Route("/reply/xml", xml),
        Route("/reply/headers", headers),
        Route("/reply/problem", problem),
        Route("/stream/events", events),
        Route("/stream/lines", lines),
        Route("/stream/continue", proceed, methods=["POST"]),
        Route("/{rest:path}", understood, methods=["GET", "POST"]),
    ]
)


def end_with_input() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_input, daemon=True).start()
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning")
    socket = config.bind_socket()
    print(socket.getsockname()[1], flush=True)
    uvicorn.Server(config).run(sockets=[socket])
