package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK's client against a server that speaks the query protocol as the Amazon SNS API reference shows it (Publish). */
class SnsTopicTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:exhibit";
    private static final String TAKEN = """
            <PublishResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/">
              <PublishResult><MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult>
              <ResponseMetadata><RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId></ResponseMetadata>
            </PublishResponse>
            """;
    private static final String REFUSED = """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>Sender</Type><Code>AuthorizationError</Code>
                <Message>User is not authorized to perform: SNS:Publish</Message></Error>
              <RequestId>d74b8436</RequestId>
            </ErrorResponse>
            """;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private AwsClients clients;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Loopback.send(exchange, status, (status == 200 ? TAKEN : REFUSED).getBytes(StandardCharsets.UTF_8));
        });
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        clients = new AwsClients(
                AwsSettings.simulated(endpoint).limited(Collecting.QUICK),
                () -> Instant.parse("2026-10-05T02:15:00Z"),
                pause -> {});
    }

    @AfterEach
    void close() {
        clients.close();
        server.stop(0);
    }

    @Test
    void aMessageIsPublishedWithItsIdAndASubjectThatSnsTakes() throws IOException {
        new SnsTopic(clients, TOPIC, "us-east-1").publish("id-1", "Größe " + "x".repeat(200), "text\nof it");

        String sent = URLDecoder.decode(asked.get(0), StandardCharsets.UTF_8);
        assertThat(sent)
                .contains("Action=Publish", "TopicArn=" + TOPIC, "Message=text\nof it", "Value.StringValue=id-1")
                .contains("Subject=Gr??e xxx")
                .doesNotContain("MessageGroupId");
        String subject = sent.replaceAll("(?s).*Subject=([^&]*).*", "$1");
        assertThat(subject).hasSize(100).endsWith("...");
    }

    @Test
    void aFifoTopicGetsWhatItNeeds() throws IOException {
        new SnsTopic(clients, TOPIC + ".fifo", "us-east-1").publish("id-1", "s", "t");

        assertThat(asked.get(0)).contains("MessageDeduplicationId=id-1", "MessageGroupId=exhibit");
    }

    @Test
    void aLookAsksForItsAttributesAndPublishesNothing() throws IOException {
        assertThat(new SnsTopic(clients, TOPIC, "us-east-1").check()).startsWith("is there");
        assertThat(asked).singleElement().asString().contains("Action=GetTopicAttributes");

        status = 403;
        assertThatThrownBy(() -> new SnsTopic(clients, TOPIC, "us-east-1").check())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Allow sns:GetTopicAttributes beside sns:Publish");
    }

    @Test
    void aRefusalNamesTheTopicAndWhatAwsSaid() {
        status = 403;

        assertThatThrownBy(() -> new SnsTopic(clients, TOPIC, "us-east-1").publish("id-1", "s", "the text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(TOPIC)
                .hasMessageContaining("not authorized to perform: SNS:Publish")
                .message()
                .doesNotContain("the text");
    }
}
