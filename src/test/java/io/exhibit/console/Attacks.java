package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;

/** What holds of every answer, however odd the request was. */
final class Attacks {

    /** So many different requests each hole is tried with, at least. */
    static final int MANY = 40;

    private static final Set<String> HEADS = Set.of(
            "cache-control",
            "connection",
            "content-length",
            "content-security-policy",
            "content-type",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "location",
            "permissions-policy",
            "referrer-policy",
            "set-cookie",
            "strict-transport-security",
            "expires",
            "allow",
            "transfer-encoding",
            "x-content-type-options",
            "x-frame-options");

    private Attacks() {}

    /** It bears our heads and no others, tells nothing of what runs here, and no text of it became part of the page. */
    static void assertInert(Ask.Answer answer) {
        assertThat(answer.status()).as("an answer").isGreaterThan(0);
        assertThat(answer.heads().stream()
                        .map(head -> head.substring(0, head.indexOf(':')).toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toSet()))
                .isSubsetOf(HEADS);
        assertThat(answer.head("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe");
        assertThat(answer.head("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.head("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.head("Cache-Control")).isIn("no-store", "max-age=3600");
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("io.exhibit.")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("javalin")
                .doesNotContain("\tat ");
        if (answer.status() == 302 || answer.status() == 303) {
            assertThat(answer.body()).isEqualTo("Redirected");
        } else if (!answer.body().isEmpty() && !answer.head("Cache-Control").startsWith("max-age")) {
            assertThat(answer.head("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
            Html.of(answer.body()).assertInert();
        }
    }

    /** It was refused, with a sentence. */
    static void assertRefused(Ask.Answer answer, Integer... statuses) {
        assertInert(answer);
        assertThat(answer.status()).isIn((Object[]) statuses);
        assertThat(answer.all("Set-Cookie")).isEmpty();
        assertThat(answer.all("Location")).isEmpty();
        if (!answer.body().isEmpty()) {
            assertThat(answer.body()).contains("<h1>Not shown</h1>").doesNotContain("name=\"form.guard\"");
        }
    }
}
