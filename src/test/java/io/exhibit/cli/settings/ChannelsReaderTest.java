package io.exhibit.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.cli.settings.ChannelSettings.Folder;
import io.exhibit.cli.settings.ChannelSettings.Mail;
import io.exhibit.cli.settings.ChannelSettings.S3;
import io.exhibit.cli.settings.ChannelSettings.Sftp;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.run.Route;
import io.exhibit.seal.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsReaderTest {

    private static final String KNOWN = "SHA256:" + "A".repeat(43);
    private static final String SMTP = "smtp: {host: m.example, from: e@m.example}\n";

    @TempDir
    private Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        Files.writeString(folder.resolve("k"), "private");
        List<ChannelSettings> channels = read(SMTP + """
                pack:
                  profile: auditor
                  deliver:
                    - folder: out
                    - name: firm
                      profile: public
                      sftp: {host: s.example, port: 2022, user: u, host_key: 'KNOWN', key: {file: k}, folder: inbox}
                    - s3: {bucket: b, prefix: p, region: eu-west-1, endpoint: 'https://s.example', path_style: yes, profile: w,
                          role: 'arn:aws:iam::111122223333:role/R', external_id: x,
                          kms_key: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'}
                    - mail: {to: [jane@auditor.example], attach: pdf, most: 2 MB, place: there}
                """.replace("KNOWN", KNOWN));

        assertThat(channels).extracting(ChannelSettings::name).containsExactly("folder", "firm", "s3", "mail");
        assertThat(channels)
                .extracting(ChannelSettings::profile)
                .containsExactly(Profile.AUDITOR, Profile.PUBLIC, Profile.AUDITOR, Profile.AUDITOR);
        assertThat(((Folder) channels.get(0).way()).path()).isEqualTo(folder.resolve("out"));
        Sftp sftp = (Sftp) channels.get(1).way();
        assertThat(sftp.server().address()).isEqualTo("sftp://u@s.example:2022/inbox");
        assertThat(sftp.server().key().orElseThrow().value()).isEqualTo("private");
        S3 s3 = (S3) channels.get(2).way();
        assertThat(s3.bucket().address()).isEqualTo("s3://b/p/");
        assertThat(s3.bucket().region()).isEqualTo("eu-west-1");
        assertThat(s3.bucket().pathStyle()).isTrue();
        assertThat(s3.bucket().profile()).contains("w");
        assertThat(s3.bucket().role()).contains("arn:aws:iam::111122223333:role/R");
        assertThat(s3.bucket().externalId()).contains("x");
        assertThat(s3.bucket().kmsKey()).isPresent();
        Mail mail = (Mail) channels.get(3).way();
        assertThat(mail.notice().to()).containsExactly("jane@auditor.example");
        assertThat(mail.notice().attach()).isEqualTo(2_000_000);
        assertThat(mail.notice().place()).isEqualTo("there");
    }

    @Test
    void mailTellsAndAttachesNothingUnlessTheSettingsSaySo() throws IOException {
        List<ChannelSettings> channels = read(SMTP + "pack: {deliver: [{mail: {to: [jane@auditor.example]}}]}\n");

        assertThat(((Mail) channels.get(0).way()).notice().attach()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "EH-2026-10, FULL",
        "EH-2026-10.2, FULL",
        "EH-nist-800-53-r5-2026-10, FULL",
        "EH-public-2026-10, PUBLIC",
        "EH-nist-800-53-r5-auditor-2026-10, AUDITOR",
        "EH-public-2026-10-15--2026-11-14, PUBLIC"
    })
    void aChannelTakesPacksOfItsProfileAlone(String pack, Profile profile) throws IOException {
        List<ChannelSettings> channels =
                read("pack: {deliver: [{name: a, folder: a}, {name: b, profile: auditor, folder:"
                        + " b}, {name: c, profile: public, folder: c}]}\n");

        List<String> takers = channels.stream()
                .map(channel -> channel.route("EH", () -> Instant.EPOCH))
                .filter(route -> route.takes().test(pack))
                .map(Route::delivery)
                .map(delivery -> delivery.channel())
                .toList();

        assertThat(takers).containsExactly(List.of("a", "b", "c").get(profile.ordinal()));
    }

    @Test
    void aPrefixThatReadsLikeAProfileIsNone() {
        assertThat(ChannelSettings.profile("EH-public", "EH-public-2026-10")).isEqualTo(Profile.FULL);
        assertThat(ChannelSettings.profile("EH-public", "EH-public-public-2026-10"))
                .isEqualTo(Profile.PUBLIC);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{folder: a, s3: {bucket: b}} | exactly one way",
                "{name: x} | exactly one way",
                "{name: 'a b', folder: a} | cannot be the name of a channel",
                "{folder: a, profile: secret} | profile: a pack is full",
                "{folder: a, fodler: b} | fodler",
                "{sftp: {host: h, user: u, password: {file: p}}} | host_key",
                "{sftp: {host: h, user: u, host_key: abc, password: {file: p}}} | ssh-keygen -l",
                "{sftp: {host: h, user: u, host_key: 'KNOWN'}} | with a password or with a key",
                "{sftp: {host: h, user: u, host_key: 'KNOWN', password: plain}} | must not stand in the settings",
                "{sftp: {host: h, user: u, host_key: 'KNOWN', port: 0, password: {file: p}}} | port must lie between",
                "{s3: {prefix: p}} | bucket",
                "{s3: {bucket: b, region: nowhere}} | nowhere",
                "{s3: {bucket: b, role: R}} | not the ARN of a role",
                "{s3: {bucket: b, kms_key: alias/x}} | not the ARN of a KMS key",
                "{s3: {bucket: b, endpoint: localhost}} | no http or https address",
                "{mail: {to: [jane@auditor.example]}} | section smtp",
                "{mail: {to: []}} | needs receivers",
                "{mail: {to: [jane]}} | no mail address",
                "{mail: {to: [jane@auditor.example], attach: zip}} | attach is no or pdf",
                "{mail: {to: [jane@auditor.example], most: much}} | most is a size"
            })
    void eachMistakeIsNamedWithItsPlace(String written, String named) throws IOException {
        Path file = Files.writeString(
                folder.resolve("exhibit.yaml"), "pack:\n  deliver:\n    - " + written.replace("KNOWN", KNOWN) + "\n");

        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));

        assertThat(stop.problems())
                .extracting(Object::toString)
                .anySatisfy(problem -> assertThat(problem).contains(named).contains("exhibit.yaml:3:"));
    }

    @Test
    void twoChannelsOfOneNameAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("exhibit.yaml"), "pack: {deliver: [{folder: a}, {folder: b}]}\n");

        Stop stop = catchThrowableOfType(Stop.class, () -> SettingsReader.read(file));

        assertThat(stop.problems())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("Two channels are called folder");
    }

    private List<ChannelSettings> read(String text) throws IOException {
        return SettingsReader.read(Files.writeString(folder.resolve("exhibit.yaml"), text))
                .pack()
                .deliver();
    }
}
