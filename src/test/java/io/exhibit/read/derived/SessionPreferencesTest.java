package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Gap;
import io.exhibit.read.StoredRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionPreferencesTest {

    private static final String KEY = "ssm.session-preferences";

    @Test
    void theInputsOfTheDocumentStandAtTopLevelWithTheirLimitsAsMinutes() {
        StoredRun.Read read = read("{'sessionType':'Standard_Stream','inputs':{'idleSessionTimeout':'15',"
                + "'maxSessionDuration':'','cloudWatchLogGroupName':'shells','cloudWatchEncryptionEnabled':true,"
                + "'s3BucketName':'','runAsEnabled':false}}");
        assertThat(read.members())
                .singleElement()
                .satisfies(preferences -> assertThat(preferences)
                        .containsEntry("account", "333344445555")
                        .containsEntry("present", true)
                        .containsEntry("DocumentVersion", "3")
                        .containsEntry("sessionType", "Standard_Stream")
                        .containsEntry("idleSessionTimeout", 15L)
                        .containsEntry("cloudWatchLogGroupName", "shells")
                        .containsEntry("cloudWatchEncryptionEnabled", true)
                        .containsEntry("runAsEnabled", false)
                        .doesNotContainKeys("maxSessionDuration", "s3BucketName", "s3EncryptionEnabled"));
    }

    @Test
    void aRegionWithoutPreferencesIsARecord() {
        StoredRun.Read read =
                StoredRun.of(KEY).fact("ssm:GetDocument", "InvalidDocument").read(KEY);
        assertThat(read.members()).containsExactly(Map.of("account", "333344445555", "present", false));
    }

    @Test
    void preferencesThatCannotBeReadAreUnknownAndNotAbsent() {
        for (String content : new String[] {
            "{'inputs':{'idleSessionTimeout':'{{ minutes }}'}}",
            "{'inputs':{'idleSessionTimeout':'-5'}}",
            "{'inputs':{'idleSessionTimeout':'15','idleSessionTimeout':'60'}}",
            "{'sessionType':'Standard_Stream'}",
            "{'inputs':{}} trailing",
            "schemaVersion: 1.0"
        }) {
            StoredRun.Read read = read(content);
            assertThat(read.only().known()).as(content).isFalse();
            assertThat(read.records()).as(content).isEmpty();
            assertThat(read.only().gaps())
                    .extracting(Gap::message)
                    .as(content)
                    .anyMatch(why -> why.contains("session"));
        }
    }

    private static StoredRun.Read read(String content) {
        String text = content.replace('\'', '"').replace("\"", "\\\"");
        return StoredRun.of(KEY)
                .answer(
                        "ssm:GetDocument",
                        "{\"Name\":\"SSM-SessionManagerRunShell\",\"DocumentVersion\":\"3\",\"Content\":\"" + text
                                + "\"}")
                .read(KEY);
    }
}
