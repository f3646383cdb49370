package io.exhibit.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.exhibit.cli.node.NoticeFile;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.MailChannel;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.run.watch.AlarmKind;
import io.exhibit.run.watch.Message;
import io.exhibit.run.watch.News;
import io.exhibit.run.watch.Told;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told, as the settings say, and what is kept of it. */
class NotifyReaderTest {

    private static final Instant NOW = Instant.parse("2026-10-05T02:30:00Z");
    private static final News NEWS = new News(
            News.Event.OVER, AlarmKind.STALE, "stale:", NOW, NOW, "No new evidence for 48 hours", List.of("a fact"));

    @TempDir
    private Path folder;

    @Test
    void everyWayIsRead() throws IOException {
        List<Serving.Notice> notices = read("""
                        smtp: {host: mail.example.org, from: Exhibit <exhibit@example.org>}
                        notify:
                          - mail: {to: [ops@example.org, jane@example.org]}
                          - webhook: {url: https://hooks.example.org/x, secret: {file: s}}
                          - sns: {topic: arn:aws:sns:eu-west-1:111122223333:exhibit}
                          - sns: {topic: arn:aws:sns:eu-west-1:111122223333:exhibit, region: us-east-1}
                        """).serving().notices();

        assertThat(notices)
                .containsExactly(
                        new Serving.Notice.Mail(List.of("ops@example.org", "jane@example.org")),
                        new Serving.Notice.Webhook(
                                URI.create("https://hooks.example.org/x"),
                                new Secret(
                                        Secret.Place.FILE, folder.resolve("s").toString())),
                        new Serving.Notice.Sns("arn:aws:sns:eu-west-1:111122223333:exhibit", "eu-west-1"),
                        new Serving.Notice.Sns("arn:aws:sns:eu-west-1:111122223333:exhibit", "us-east-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail: {to: [ops@example.org]} | Mail needs a server that takes it, and the settings name none.",
                "webhook: {url: https://x.example.org} | webhook has no secret",
                "webhook: {url: http://x.example.org, secret: {file: s}} | A webhook on another host is told by https only.",
                "webhook: {url: x.example.org, secret: {file: s}} | \"x.example.org\" is no http or https address.",
                "webhook: {secret: {file: s}} | The key url is missing or empty.",
                "sns: {topic: exhibit} | \"exhibit\" is not the ARN of an SNS topic.",
                "sms: {to: x} | Unknown key sms.",
                "{} | Each entry of notify names one way.",
                "{webhook: {url: https://x.example.org, secret: {file: s}}, sns: {topic: arn:aws:sns:us-east-1:111122223333:a}} | Each entry of notify names one way."
            })
    void aMistakeIsSaidWithItsPlace(String written, String says) {
        Stop stop = catchThrowableOfType(Stop.class, () -> read("notify:\n  - " + written));

        assertThat(stop.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(says);
            assertThat(problem.position().line()).isEqualTo(2);
        });
    }

    @Test
    void whatWasToldIsKeptWholeForItsOwnerAlone() throws IOException {
        NoticeFile file = new NoticeFile(folder.resolve("state"));
        assertThat(file.load()).isEmpty();
        Told told = new Told(
                Map.of("blind:a", new Told.Going(AlarmKind.BLIND, NOW, "1", "a headline")),
                Map.of("collection:b", NOW),
                Map.of("mail", new Told.Waiting(List.of(NEWS), NOW, "nobody there")));

        file.keep(told);

        assertThat(new NoticeFile(folder.resolve("state")).load()).contains(told);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state/notices.json"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "{\"version\": 2}", "{\"version\": 1, \"going\": {\"a\": {\"kind\": \"x\"}}}"})
    void whatCannotBeReadIsSaidAndNotTakenForNothing(String written) throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/notices.json"), written);

        assertThatThrownBy(() -> new NoticeFile(folder.resolve("state")).load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notices.json cannot be read")
                .hasMessageContaining("or delete it");
    }

    @Test
    void mailIsWrittenForATelephoneAndForWhoeverOpensIt() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            SmtpServer server = new SmtpServer(
                    "127.0.0.1",
                    mail.getSmtp().getPort(),
                    SmtpServer.Tls.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    "exhibit@example.org",
                    Duration.ofSeconds(10));
            new MailChannel(server, List.of("ops@example.org"))
                    .send(new Message("0123", "exhibit/EH", NOW, ZoneId.of("UTC"), List.of(NEWS), List.of()));

            MimeMessage arrived = mail.getReceivedMessages()[0];
            assertThat(arrived.getSubject()).isEqualTo("exhibit/EH: OVER: No new evidence for 48 hours");
            assertThat(arrived.getMessageID()).isEqualTo("<notice-0123@example.org>");
            assertThat(arrived.getContent()).asString().contains("a fact", "2026-10-05 02:30 UTC");
        } finally {
            mail.stop();
        }
    }

    private Settings read(String text) throws IOException {
        return SettingsReader.read(Files.writeString(folder.resolve("exhibit.yaml"), text));
    }
}
