package io.exhibit.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.exhibit.OneJdk;
import io.exhibit.aws.vault.MockServer;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.deliver.Place;
import io.exhibit.evidence.Sha256;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As whom, and with which key, a receiver's bucket is written to: a server that others wrote, and who signed what it was sent. */
@OneJdk
class BucketCredentialsTest {

    /** By its id: S3 takes the ARN too, this server does not. */
    private static final String KEY = "1c2d3e4f-0000-4000-8000-abcdefabcdef";

    private static final String CONFIG = "aws.sharedCredentialsFile";
    private static final String STS = "aws.endpointUrlSts";
    private static final Set<String> OF_THE_WIRE = Set.of("host", "connection", "content-length", "expect", "upgrade");

    @TempDir
    private static Path folder;

    private static MockServer s3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private HttpServer between;
    private Path file;
    private String name;

    @BeforeAll
    static void server() throws Exception {
        s3 = MockServer.start(
                Files.createDirectories(folder.resolve("s3")),
                "-Dcom.adobe.testing.s3mock.store.valid-kms-keys=arn:aws:kms:us-east-1:222233334444:key/" + KEY);
        s3.bucket("auditor", true);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    /** In front of the server, to see what it is sent. */
    @BeforeEach
    void listen() throws IOException {
        between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        between.createContext("/", this::pass);
        between.start();
        file = Files.writeString(folder.resolve("pack.zip"), "what is handed over");
        name = "EH-" + between.getAddress().getPort() + ".zip";
    }

    @AfterEach
    void forget() {
        between.stop(0);
        List.of(CONFIG, STS, "aws.accessKeyId", "aws.secretAccessKey").forEach(System::clearProperty);
    }

    private void pass(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((header, values) -> headers.put(header, values.get(0)));
        asked.put(exchange.getRequestMethod(), headers);
        HttpRequest.Builder on = HttpRequest.newBuilder(
                        s3.address().resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        headers.forEach((header, value) -> {
            if (!OF_THE_WIRE.contains(header.toLowerCase(java.util.Locale.ROOT))) {
                on.header(header, value);
            }
        });
        try {
            HttpResponse<byte[]> answer = http.send(on.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((header, values) -> {
                if (!header.equalsIgnoreCase("content-length") && !header.equalsIgnoreCase("transfer-encoding")) {
                    exchange.getResponseHeaders().put(header, values);
                }
            });
            boolean body = answer.body().length > 0;
            exchange.sendResponseHeaders(answer.statusCode(), body ? answer.body().length : -1);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        exchange.close();
    }

    @Test
    void aProfileSignsWithItsOwnKey() throws IOException {
        System.setProperty(
                CONFIG, Files.writeString(folder.resolve("credentials"), """
                        [default]
                        aws_access_key_id = AKIAEVIDENCE
                        aws_secret_access_key = not-a-secret
                        [auditor]
                        aws_access_key_id = AKIAAUDITOR
                        aws_secret_access_key = not-a-secret-either
                        """).toString());
        hand(settings(Optional.of("auditor"), Optional.empty(), Optional.empty()));

        assertThat(asked.keySet()).contains("PUT", "HEAD");
        assertThat(asked.values())
                .allSatisfy(headers -> assertThat(headers.get("Authorization")).contains("Credential=AKIAAUDITOR/"));
    }

    @Test
    void aRoleThatIsAssumedSignsWithItsSession() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIAEVIDENCE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            System.setProperty(STS, sandbox.endpoint().toString());
            hand(settings(
                    Optional.empty(),
                    Optional.of("arn:aws:iam::333344445555:role/OrganizationAccountAccessRole"),
                    Optional.empty()));
        }
        assertThat(asked.keySet()).contains("PUT", "HEAD");
        assertThat(asked.values()).allSatisfy(headers -> {
            assertThat(headers.get("Authorization")).contains("Credential=ASIA333344445555");
            assertThat(headers).containsKey("X-Amz-Security-Token");
        });
    }

    @Test
    void aRoleThatMayNotBeAssumedIsToldByItsName() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIAEVIDENCE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            System.setProperty(STS, sandbox.endpoint().toString());
            BucketSettings nobody =
                    settings(Optional.empty(), Optional.of("arn:aws:iam::333344445555:role/Nobody"), Optional.empty());
            assertThatThrownBy(() -> hand(nobody))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("sts:AssumeRole", "role/Nobody");
        }
        assertThat(asked).as("nothing is sent as somebody else").isEmpty();
    }

    @Test
    void aKeyOfTheReceiverEncrypts() throws IOException {
        System.setProperty("aws.accessKeyId", "AKIAEVIDENCE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        hand(settings(Optional.empty(), Optional.empty(), Optional.of(KEY)));

        assertThat(asked.get("PUT"))
                .containsEntry("x-amz-server-side-encryption", "aws:kms")
                .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", KEY);
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsRefused() {
        System.setProperty("aws.accessKeyId", "AKIAEVIDENCE");
        System.setProperty("aws.secretAccessKey", "not-a-secret");
        String other = KEY.replace("1c2d", "ffff");

        assertThatThrownBy(() -> hand(settings(Optional.empty(), Optional.empty(), Optional.of(other))))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("KMS", other);
    }

    /** What was put lies there as it was sent. */
    private void hand(BucketSettings settings) throws IOException {
        String digest = Sha256.hex(Files.readAllBytes(file));
        try (Place place = BucketPlace.open(settings)) {
            place.put(name, file, digest);
            assertThat(place.digest(name)).contains(digest);
        }
    }

    private BucketSettings settings(Optional<String> profile, Optional<String> role, Optional<String> key) {
        return new BucketSettings(
                "auditor",
                "inbox/",
                "us-east-1",
                Optional.of(
                        URI.create("http://127.0.0.1:" + between.getAddress().getPort())),
                true,
                profile,
                role,
                Optional.of("an-external-id"),
                key,
                false);
    }
}
