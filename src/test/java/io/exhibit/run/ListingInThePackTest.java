package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.control.Book;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Target;
import io.exhibit.mapping.MappingReader;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Step;
import io.exhibit.seal.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More users without MFA than the report has room for: from AWS's answer into the volumes of a pack that verifies. */
@OneJdk
class ListingInThePackTest {

    /** The report prints lists of up to 2,000 findings. */
    private static final int USERS = 2_001;

    private static final Instant AT = Instant.parse("2026-10-02T02:15:00Z");
    private static final String HEAD =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                    + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
                    + "access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
                    + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n";
    private static final String REST =
            ",2025-02-01T08:00:00+00:00,true,2026-09-30T08:00:00+00:00,2025-02-01T08:00:00+00:00,N/A,false,"
                    + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";

    @TempDir
    private Path folder;

    @Test
    void findingsThatAreTooManyForTheReportAreInVolumesOfAPackThatVerifies() throws IOException {
        Book shipped = MappingReader.read(null, null, "hipaa").sound();
        Book book = shipped.with(shipped.assertions().stream()
                .filter(a -> a.id().equals("IAM-01"))
                .toList());
        try (Binding binding = new Binding(folder, book)) {
            collect(binding);
            binding.now("2026-11-02T00:00:00Z");

            PackRun.Bound pack = binding.bind("2026-10");

            assertThat(new PackVerifier(Trust.of(SigningKey.of(new byte[32]).publicKey()), Optional.empty())
                            .check(pack.zip().orElseThrow()))
                    .noneMatch(step -> step.status() == Step.Status.FAIL || step.status() == Step.Status.NOT_CHECKED)
                    .anyMatch(step -> step.status() == Step.Status.OK);
            assertThat(text(pack, "listings/open-findings-1.pdf"))
                    .contains("Rows 1 to 2,001 of 2,001. End of the list.", "user-0000", "user-1234", "user-2000");
            assertThat(text(pack, "listings/users-1.pdf")).contains("user-0000", "user-1234", "user-2000");
            // Names of files are broken into lines where they must be.
            assertThat(Binding.text(pack).replaceAll("\\s", ""))
                    .contains("listings/open-findings-1.pdf", "1to2,001", "listings/users-1.pdf");

            Path listings = folder.resolve("packs/EH-2026-10.listings");
            byte[] issued = Files.readAllBytes(listings.resolve("users-1.pdf"));
            assertThatThrownBy(() -> binding.runOf("Another").bind("EH-2026-10", Binding.month("2026-10")))
                    .isInstanceOf(PackRefused.class)
                    .hasMessageContaining("The issued file was left as it is");
            assertThat(Files.readAllBytes(folder.resolve("packs/EH-2026-10.listings.new/users-1.pdf")))
                    .as("what it printed")
                    .isNotEqualTo(issued);
            assertThat(Files.readAllBytes(listings.resolve("users-1.pdf")))
                    .as("and so was the volume")
                    .isEqualTo(issued);
        }
    }

    private static String text(PackRun.Bound pack, String name) throws IOException {
        try (ZipFile zip = new ZipFile(pack.zip().orElseThrow().toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(each -> each.getName().endsWith("/" + name))
                    .findFirst()
                    .orElseThrow();
            try (PDDocument pdf = Loader.loadPDF(zip.getInputStream(entry).readAllBytes())) {
                return new PDFTextStripper().getText(pdf);
            }
        }
    }

    private static void collect(Binding binding) throws IOException {
        binding.now(AT.toString());
        String id = RunIds.free(AT, List.of());
        String source = "iam.credential-report";
        try (RunWriter run = binding.vault.begin(id)) {
            RunRecord.Unit sealed;
            try (RunWriter.UnitWriter unit = run.unit(Target.global("111122223333"))) {
                unit.source(source);
                unit.write(answer());
                RunWriter.Frames frames = unit.endSource();
                sealed = unit.commit(List.of(new Part(
                        source, 1, 1, USERS, Lists.NONE, List.of(), List.of(), frames.offset(), frames.length())));
            }
            run.seal(new RunRecord(
                    id, AT, AT, AT, Outcome.COMPLETE, "", "aws", "arn", "", List.of(), Map.of(), List.of(sealed)));
        }
    }

    private static Exchange answer() {
        StringBuilder report = new StringBuilder(HEAD);
        for (int i = 0; i < USERS; i++) {
            String user = "user-" + String.valueOf(10_000 + i).substring(1);
            report.append(user)
                    .append(",arn:aws:iam::111122223333:user/")
                    .append(user)
                    .append(REST);
        }
        String content = Base64.getEncoder().encodeToString(report.toString().getBytes(StandardCharsets.UTF_8));
        String body =
                "<GetCredentialReportResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetCredentialReportResult><Content>"
                        + content
                        + "</Content><GeneratedTime>2026-10-02T02:10:00Z</GeneratedTime><ReportFormat>text/csv</ReportFormat>"
                        + "</GetCredentialReportResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCredentialReportResponse>";
        return new Exchange(
                Call.of("iam:GetCredentialReport"),
                1,
                1,
                Exchange.Outcome.ANSWER,
                AT,
                "r",
                new Exchange.Request("POST", "/", Map.of("Host", "iam.amazonaws.com"), new byte[0]),
                new Exchange.Response(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)),
                "",
                List.of());
    }
}
