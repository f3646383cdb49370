package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.api.KmsSigning;
import io.exhibit.seal.KeyFace;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signs with a key of AWS KMS over the real SDK, and believes nothing that is not signed by the key that is known. */
class KmsSignerTest {

    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/" + KmsSigning.KEY;
    private static final byte[] MESSAGE = "what is signed".getBytes(StandardCharsets.UTF_8);
    private static final String DENIED = "Allow kms:";

    private static Sandbox sandbox;
    private static AwsClients clients;

    @BeforeAll
    static void open() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        clients = at(sandbox.endpoint());
    }

    private static AwsClients at(URI endpoint) {
        return new AwsClients(
                AwsSettings.simulated(endpoint).limited(Collecting.QUICK), InstantSource.system(), pause -> {});
    }

    @AfterEach
    void allowAll() {
        sandbox.allowOnly(null);
    }

    @AfterAll
    static void close() {
        clients.close();
        sandbox.close();
    }

    @Test
    void whatKmsSignsIsPlainEd25519() throws IOException {
        PublicKey key = KmsSigner.publicKey(clients, ARN);
        KmsSigner signer = new KmsSigner(clients, ARN, key);
        assertThat(new KeyFace(key).signed(MESSAGE, signer.sign(MESSAGE))).isTrue();
        assertThat(signer.publicKey()).isEqualTo(key);
    }

    @Test
    void signingTakesOneActionAndFetchingAnother() throws IOException {
        PublicKey key = KmsSigner.publicKey(clients, ARN);
        KmsSigner signer = new KmsSigner(clients, ARN, key);
        allow("kms:Sign");
        assertThat(signer.sign(MESSAGE)).hasSize(64);
        assertThatThrownBy(() -> KmsSigner.publicKey(clients, ARN)).hasMessageContaining(DENIED + "GetPublicKey");
        allow("kms:GetPublicKey");
        assertThatThrownBy(() -> signer.sign(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(DENIED + "Sign on that key");
    }

    private static void allow(String action) throws IOException {
        sandbox.allowOnly(new ObjectMapper()
                .readTree(
                        "{\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":[\"" + action + "\"]}]}"));
    }

    @Test
    void longestMessageIsAsLongAsItSays() throws IOException {
        KmsSigner signer = new KmsSigner(clients, ARN, KmsSigner.publicKey(clients, ARN));
        assertThat(signer.sign(new byte[signer.longest()])).hasSize(64);
        assertThatThrownBy(() -> signer.sign(new byte[signer.longest() + 1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ValidationException");
    }

    @Test
    void signatureOfAnotherKeyIsRefused() {
        PublicKey other = SigningKey.of(new byte[32]).publicKey();
        assertThatThrownBy(() -> new KmsSigner(clients, ARN, other).sign(MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not of the key " + new KeyFace(other).id());
    }

    @Test
    void keyThatIsNotThereIsNamed() {
        String none = "arn:aws:kms:us-east-1:111122223333:key/none";
        assertThatThrownBy(() -> KmsSigner.publicKey(clients, none))
                .hasMessageContaining("AWS KMS did not give the public half of " + none + ": NotFoundException");
    }

    @Test
    void answerThatIsNoneSignsNothing() throws IOException {
        PublicKey key = KmsSigner.publicKey(clients, ARN);
        for (String body : List.of(
                "",
                "{}",
                "<html>proxy</html>",
                "{\"Signature\":\"AAAA\"}",
                "{\"Signature\":null}",
                "{\"Signature\":")) {
            try (Loopback broken = Loopback.answering(200, body);
                    AwsClients wire = at(broken.uri())) {
                assertThatThrownBy(() -> new KmsSigner(wire, ARN, key).sign(MESSAGE))
                        .as(body)
                        .isInstanceOf(IOException.class);
                assertThatThrownBy(() -> KmsSigner.publicKey(wire, ARN))
                        .as(body)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void keyOfAnotherKindIsRefused() throws IOException {
        try (Loopback rsa = Loopback.answering(200, "{\"KeySpec\":\"RSA_2048\",\"PublicKey\":\"AAAA\"}");
                AwsClients wire = at(rsa.uri())) {
            assertThatThrownBy(() -> KmsSigner.publicKey(wire, ARN))
                    .hasMessageContaining("is of the kind RSA_2048; make one of the kind ECC_NIST_EDWARDS25519");
        }
        try (Loopback odd = Loopback.answering(200, "{\"KeySpec\":\"ECC_NIST_EDWARDS25519\",\"PublicKey\":\"AAAA\"}");
                AwsClients wire = at(odd.uri())) {
            assertThatThrownBy(() -> KmsSigner.publicKey(wire, ARN)).hasMessageContaining("something else");
        }
    }

    @Test
    void onlyTheArnOfAKeyNamesOne() {
        assertThat(KmsSigner.isArn(ARN)).isTrue();
        for (String other : List.of(
                "alias/exhibit", "arn:aws:kms:us-east-1:111122223333:alias/exhibit", KmsSigning.KEY, "", ARN + "\n")) {
            assertThat(KmsSigner.isArn(other)).as(other).isFalse();
        }
    }
}
