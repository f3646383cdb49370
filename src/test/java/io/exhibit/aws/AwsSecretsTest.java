package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK's clients against a server that answers as the API references of Systems Manager and Secrets Manager show it. */
class AwsSecretsTest {

    private static final String ARN = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private AwsSecrets secrets;
    private String body = "";
    private int status = 200;
    private long now;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + " "
                    + exchange.getRequestHeaders().getFirst("Authorization").replaceAll(".*/(\\w+-\\w+-\\d)/.*", "$1"));
            Loopback.send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
        server.start();
        secrets = new AwsSecrets(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), () -> now);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aParameterIsReadDecryptedAndCountsForFiveMinutes() throws IOException {
        body = "{\"Parameter\":{\"Name\":\"/exhibit/db\",\"Type\":\"SecureString\",\"Value\":\"first\",\"Version\":1}}";
        assertThat(secrets.parameter("/exhibit/db")).isEqualTo("first");
        assertThat(asked)
                .containsExactly("AmazonSSM.GetParameter {\"Name\":\"/exhibit/db\",\"WithDecryption\":true} us-east-1");

        body = body.replace("first", "second");
        now = Duration.ofMinutes(4).toNanos();
        assertThat(secrets.parameter("/exhibit/db")).isEqualTo("first");
        now = Duration.ofMinutes(6).toNanos();
        assertThat(secrets.parameter("/exhibit/db")).isEqualTo("second");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aParameterThatIsNotEncryptedIsRefused() {
        body = "{\"Parameter\":{\"Name\":\"db\",\"Type\":\"String\",\"Value\":\"open\",\"Version\":1}}";

        assertThatThrownBy(() -> secrets.parameter("db"))
                .isInstanceOf(IOException.class)
                .hasMessage("The parameter db is of type String, which is not encrypted. Make it a SecureString.");
    }

    @Test
    void aSecretIsReadWhereItsArnSaysThatItLies() throws IOException {
        body = "{\"ARN\":\"" + ARN + "\",\"Name\":\"db\",\"SecretString\":\"not a real one\"}";

        assertThat(secrets.secret(ARN)).isEqualTo("not a real one");
        assertThat(asked).containsExactly("secretsmanager.GetSecretValue {\"SecretId\":\"" + ARN + "\"} eu-west-1");
    }

    @Test
    void aRefusalIsSaidWithWhatToCheckAndIsAskedAgain() throws IOException {
        status = 400;
        body = "{\"__type\":\"AccessDeniedException\",\"Message\":\"User: arn:aws:iam::111122223333:user/x is not\"}";
        assertThatThrownBy(() -> secrets.secret("db"))
                .isInstanceOf(IOException.class)
                .hasMessage("The secret db could not be read: AWS answered AccessDeniedException. Check its name and"
                        + " region, and whether the node's role may read and decrypt it.");

        status = 200;
        body = "{\"SecretString\":\"there\"}";
        assertThat(secrets.secret("db")).isEqualTo("there");
    }

    @Test
    void bytesAreNoText() {
        body = "{\"SecretBinary\":\"AAEC\"}";

        assertThatThrownBy(() -> secrets.secret("db")).hasMessage("The secret db holds bytes and no text.");
    }
}
