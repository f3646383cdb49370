package io.exhibit.aws.vault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Requests as somebody makes them who is allowed to and is not this program. */
record Raw(URI endpoint, String bucket) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    int send(String method, String key, String body, Map<String, String> headers) throws Exception {
        return ask(method, key, body, headers).statusCode();
    }

    /** Version of the newest of that name. */
    String version(String key) throws Exception {
        return ask("GET", key, "", Map.of())
                .headers()
                .firstValue("x-amz-version-id")
                .orElseThrow();
    }

    static String retention(String day) {
        return "<Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>" + day + "T00:00:00Z</RetainUntilDate></Retention>";
    }

    private HttpResponse<String> ask(String method, String key, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve("/" + bucket + "/" + key))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                // The sandbox reads the scope and believes any signature.
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIASANDBOX/20261005/us-east-1/s3/aws4_request, SignedHeaders=host,"
                                + " Signature=0");
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
