package io.exhibit.sandbox.wire;

import java.util.Map;

/** The protocols that the simulated services speak, with the bodies of their answers and errors. */
public enum Protocol {
    QUERY {
        @Override
        public Answer answer(AwsService service, String operation, Map<String, Object> members, String requestId) {
            String result = Xml.element(operation + "Result", Xml.members(members, "member"));
            String metadata = Xml.element("ResponseMetadata", Xml.element("RequestId", requestId));
            return xml(200, Xml.root(operation + "Response", service.dialect(), result + metadata), requestId);
        }

        @Override
        public Answer error(AwsService service, AwsError error, String requestId) {
            String type = error.status() < 500 ? "Sender" : "Receiver";
            String detail = Xml.element("Type", type) + codeAndMessage(error);
            return xml(
                    error.status(),
                    Xml.root(
                            "ErrorResponse",
                            service.dialect(),
                            Xml.element("Error", detail) + Xml.element("RequestId", requestId)),
                    requestId);
        }
    },
    EC2 {
        @Override
        public Answer answer(AwsService service, String operation, Map<String, Object> members, String requestId) {
            String inner = Xml.element("requestId", requestId) + Xml.members(members, "item");
            return xml(200, Xml.root(operation + "Response", service.dialect(), inner), requestId);
        }

        @Override
        public Answer error(AwsService service, AwsError error, String requestId) {
            String errors = Xml.element("Errors", Xml.element("Error", codeAndMessage(error)));
            return xml(
                    error.status(),
                    Xml.HEAD + Xml.element("Response", errors + Xml.element("RequestID", requestId)),
                    requestId);
        }
    },
    JSON {
        @Override
        public Answer answer(AwsService service, String operation, Map<String, Object> members, String requestId) {
            return json(200, members, "application/x-amz-json-1.1", requestId, Map.of());
        }

        @Override
        public Answer error(AwsService service, AwsError error, String requestId) {
            Map<String, Object> body = Tree.of(
                    "__type", error.code(), service.messageName(), error.getMessage(), "Reason", error.reason());
            return json(error.status(), body, "application/x-amz-json-1.1", requestId, Map.of());
        }
    },
    REST {
        @Override
        public Answer answer(AwsService service, String operation, Map<String, Object> members, String requestId) {
            return json(200, members, "application/json", requestId, Map.of());
        }

        @Override
        public Answer error(AwsService service, AwsError error, String requestId) {
            Map<String, Object> body =
                    Tree.of(service.messageName(), error.getMessage(), service.dialect(), error.reason());
            return json(error.status(), body, "application/json", requestId, Map.of("x-amzn-ErrorType", error.code()));
        }
    },
    /** The tree of an answer is its root alone. */
    REST_XML {
        @Override
        public Answer answer(AwsService service, String operation, Map<String, Object> members, String requestId) {
            return xml(200, Xml.document(members, service.dialect()), requestId);
        }

        @Override
        public Answer error(AwsService service, AwsError error, String requestId) {
            return QUERY.error(service, error, requestId);
        }
    },
    /** As REST_XML, with errors, a header for the request id and bucket policies of its own. */
    S3 {
        @Override
        public Answer answer(AwsService service, String operation, Map<String, Object> members, String requestId) {
            String text = members.get("") instanceof String body ? body : Xml.document(members, service.dialect());
            return s3(200, text, requestId);
        }

        @Override
        public Answer error(AwsService service, AwsError error, String requestId) {
            String inner = codeAndMessage(error) + Xml.element("RequestId", requestId);
            return s3(error.status(), Xml.HEAD + Xml.element("Error", inner), requestId);
        }
    };

    public abstract Answer answer(AwsService service, String operation, Map<String, Object> members, String requestId);

    public abstract Answer error(AwsService service, AwsError error, String requestId);

    /** How a request is refused that seems to have been signed ten minutes ago. */
    public AwsError skewed() {
        return switch (this) {
            case S3 ->
                new AwsError(
                        403,
                        "RequestTimeTooSkewed",
                        "The difference between the request time and the current time is too large.");
            case EC2 -> new AwsError(400, "RequestExpired", "Request has expired.");
            case QUERY, REST_XML -> new AwsError(403, "SignatureDoesNotMatch", SKEWED);
            case JSON -> new AwsError(400, "InvalidSignatureException", SKEWED);
            case REST -> new AwsError(403, "InvalidSignatureException", SKEWED);
        };
    }

    private static final String SKEWED = "Signature expired: the request is more than five minutes old";

    private static String codeAndMessage(AwsError error) {
        return Xml.element("Code", Xml.escape(error.code())) + Xml.element("Message", Xml.escape(error.getMessage()));
    }

    private static Answer xml(int status, String text, String requestId) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/xml;charset=UTF-8", "x-amzn-RequestId", requestId),
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Answer s3(int status, String text, String requestId) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/xml", "x-amz-request-id", requestId),
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Answer json(
            int status, Map<String, Object> body, String type, String requestId, Map<String, String> further) {
        Map<String, String> headers = new java.util.TreeMap<>(further);
        headers.put("Content-Type", type);
        headers.put("x-amzn-RequestId", requestId);
        return new Answer(status, headers, Json.bytes(body));
    }
}
