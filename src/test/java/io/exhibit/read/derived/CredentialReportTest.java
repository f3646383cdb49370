package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Record;
import io.exhibit.read.StoredRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialReportTest {

    private static final String ROOT = "arn:aws:iam::333344445555:root";
    private static final String ALICE = "arn:aws:iam::333344445555:user/alice";
    private static final String HEADER =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,"
                    + "mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,"
                    + "access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
                    + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n";
    private static final String ROWS = "<root_account>," + ROOT
            + ",2016-05-16T18:13:11+00:00,not_supported,no_information,"
            + "not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n"
            + "alice," + ALICE + ",2026-01-02T03:04:05Z,TRUE,2026-10-01T08:00:00Z,2026-01-02T03:04:05Z,N/A,false,true,"
            + "2026-07-01T00:00:00Z,2026-10-04T10:00:00Z,us-east-1,s3,false,2025-01-01T00:00:00+00:00,N/A,N/A,N/A,"
            + "false,N/A,false,N/A";

    private static StoredRun run(String csv) {
        String content = Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8));
        return StoredRun.of("iam.credential-report")
                .iam("GenerateCredentialReport", "<State>COMPLETE</State>")
                .iam(
                        "GetCredentialReport",
                        "<Content>" + content + "</Content><ReportFormat>text/csv</ReportFormat>"
                                + "<GeneratedTime>2026-10-05T00:10:00Z</GeneratedTime>");
    }

    @Test
    void rowsAreTypedAndWhatIsNeitherTrueNorFalseIsAbsent() {
        StoredRun.Read read = run(HEADER + ROWS).read("iam.credential-report");
        assertThat(read.members(ROOT))
                .containsEntry("user", "<root_account>")
                .containsEntry("user_creation_time", Instant.parse("2016-05-16T18:13:11Z"))
                .containsEntry("mfa_active", true)
                .doesNotContainKeys("password_enabled", "password_last_used", "access_key_1_last_rotated");
        assertThat(read.members(ALICE))
                .containsEntry("password_enabled", true)
                .containsEntry("mfa_active", false)
                .containsEntry("access_key_1_last_used_region", "us-east-1");
        assertThat(read.members(ROOT).get("columns"))
                .asInstanceOf(MAP)
                .containsEntry("password_enabled", "not_supported")
                .containsEntry("password_last_used", "no_information");
    }

    @Test
    void aKeyIsASlotWithADateOfRotationAndAnInactiveOneIsStillAKey() {
        StoredRun.Read read = run(HEADER + ROWS).read("iam.access-keys");
        assertThat(read.members())
                .containsExactly(
                        Map.of(
                                "key",
                                ALICE + "#1",
                                "user",
                                "alice",
                                "arn",
                                ALICE,
                                "slot",
                                1L,
                                "active",
                                true,
                                "last_rotated",
                                Instant.parse("2026-07-01T00:00:00Z"),
                                "last_used_date",
                                Instant.parse("2026-10-04T10:00:00Z"),
                                "last_used_region",
                                "us-east-1",
                                "last_used_service",
                                "s3"),
                        Map.of(
                                "key",
                                ALICE + "#2",
                                "user",
                                "alice",
                                "arn",
                                ALICE,
                                "slot",
                                2L,
                                "active",
                                false,
                                "last_rotated",
                                Instant.parse("2025-01-01T00:00:00Z")));
    }

    @Test
    void theReportSaysAsOfWhenItSpeaks() {
        assertThat(run(HEADER + ROWS).read("iam.credential-report-state").members())
                .containsExactly(Map.of(
                        "account",
                        "333344445555",
                        "GeneratedTime",
                        Instant.parse("2026-10-05T00:10:00Z"),
                        "ReportFormat",
                        "text/csv",
                        "users",
                        List.of(ALICE),
                        "user_count",
                        1L));
    }

    @Test
    void aReportThatIsNoTableSaysNothingOfItsUsers() {
        assertThat(run("user\nalice").read("iam.credential-report-state").only().known())
                .isFalse();
    }

    @Test
    void columnsMayComeAndGoAndChangePlaces() {
        StoredRun.Read read = run("arn,mfa_active,additional_credentials_info,new_column,user\n" + ALICE
                        + ",true,\"2 keys, \"\"old\"\"\",x,alice\r\n")
                .read("iam.credential-report");
        assertThat(read.members(ALICE))
                .containsEntry("user", "alice")
                .containsEntry("mfa_active", true)
                .containsEntry("additional_credentials_info", "2 keys, \"old\"")
                .doesNotContainKeys("new_column", "password_enabled");
        assertThat(read.members(ALICE).get("columns")).asInstanceOf(MAP).containsEntry("new_column", "x");
    }

    @Test
    void aValueThatCannotBeReadMakesThatUserUnknown() {
        StoredRun.Read read = run("user,arn,mfa_active\nalice," + ALICE + ",perhaps\nbob,arn:bob,true")
                .read("iam.credential-report");
        assertThat(read.members(ALICE)).doesNotContainKey("mfa_active");
        assertThat(read.record(ALICE).gaps()).extracting(Gap::cause).containsExactly(Cause.MALFORMED);
        assertThat(read.record("arn:bob").gaps()).isEmpty();
    }

    @Test
    void aKeyWhoseDateCannotBeReadIsNotTakenForNoKey() {
        StoredRun.Read read = run("user,arn,access_key_1_active,access_key_1_last_rotated\nalice," + ALICE
                        + ",true,long ago")
                .read("iam.access-keys");
        assertThat(read.record(ALICE + "#1").gaps()).hasSize(1);
        assertThat(read.members(ALICE + "#1")).containsEntry("active", true);
    }

    @Test
    void anActiveKeyWithoutADateOfRotationIsAKey() {
        StoredRun.Read read = run("user,arn,access_key_1_active,access_key_1_last_rotated,access_key_2_active,"
                        + "access_key_2_last_rotated\nalice," + ALICE + ",true,not_supported,false,N/A")
                .read("iam.access-keys");
        assertThat(read.records()).extracting(Record::key).containsExactly(ALICE + "#1");
        assertThat(read.members(ALICE + "#1")).containsEntry("active", true).doesNotContainKey("last_rotated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sign in</html>", "user,arn\nalice", "user,arn\nal,ice,arn:x", "name,id\na,b"})
    void aReportThatIsNoneMakesAllOfItsReadingsUnknown(String csv) {
        StoredRun.Read read = run(csv).read("iam.credential-report", "iam.access-keys");
        assertThat(read.records()).isEmpty();
        assertThat(read.coverage())
                .allSatisfy(c -> assertThat(c.gaps()).extracting(Gap::cause).containsExactly(Cause.MALFORMED));
    }
}
