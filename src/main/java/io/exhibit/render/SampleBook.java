package io.exhibit.render;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.TestResult;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Scope;
import io.exhibit.control.Scope.AccountScope;
import io.exhibit.control.Wording;
import io.exhibit.evidence.RunRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book of the sample: 73 units of the rule, its scope, a threshold without a policy, an acceptance and a decision. */
final class SampleBook {

    /** As the folder of this framework says it. */
    private static final Wording WORDING = new Wording(
            "the law",
            "paragraph",
            "paragraphs",
            "the rule",
            Map.of(
                    Obligation.STANDARD, "standard",
                    Obligation.REQUIRED, "implementation specification, required",
                    Obligation.ADDRESSABLE, "implementation specification, addressable"),
            "Addressable decision",
            "None on file. 45 CFR 164.306(d)(3) asks for a documented one.",
            List.of("OCR audit protocol", "NIST SP 800-53"),
            "People who sign in through an identity provider and are never IAM users.",
            "");

    static final Position AT = new Position("sample.yaml", 1, 1);

    private SampleBook() {}

    static Book of(List<Control> controls, List<TestResult> tests, List<DocumentResult> documents) {
        return new Book(
                new Framework(
                        "hipaa-security-rule",
                        "HIPAA Security Rule, 45 CFR Part 164 Subpart C",
                        "text as amended through 78 FR 34266 (2013-06-07)",
                        "",
                        "",
                        WORDING,
                        controls),
                tests.stream().map(TestResult::assertion).toList(),
                documents.stream().map(DocumentResult::document).toList(),
                scope(),
                Map.of(
                        "mend_days_critical", new Parameter("mend_days_critical", 7L, "days", "", AT),
                        "max_key_age_days", new Parameter("max_key_age_days", 60L, "days", "SEC-03 §4.2", AT),
                        "min_password_length", new Parameter("min_password_length", 14L, "", "", AT)),
                Map.of(),
                List.of(new RiskAcceptance(
                        "RA-014",
                        "IAM-09",
                        "*legacy*",
                        "",
                        "Security Official",
                        LocalDate.parse("2026-08-14"),
                        LocalDate.parse("2026-12-31"),
                        "The vendor's importer is replaced in December",
                        false,
                        AT)),
                List.of(),
                Map.of(),
                "4d".repeat(32));
    }

    private static Scope scope() {
        Map<String, AccountScope> accounts = new LinkedHashMap<>();
        for (RunRecord.Account account : SampleDays.ACCOUNTS) {
            boolean sandbox = account.name().equals("sandbox");
            if (!account.name().equals("portal-prod")) {
                accounts.put(
                        account.id(),
                        new AccountScope(
                                account.id(),
                                account.name(),
                                !sandbox,
                                account.name().equals("security")
                                        ? Optional.empty()
                                        : Optional.of(account.name().endsWith("prod")),
                                sandbox ? "No ePHI by policy SEC-09" : "",
                                "Security Official",
                                LocalDate.parse("2026-01-12")));
            }
        }
        return new Scope(
                "Example Health, Inc.",
                "Covered entity",
                "Confidential: security",
                "Security Official",
                accounts,
                Map.of(),
                Map.of(
                        "clearinghouse",
                        new Scope.Fact("clearinghouse", false, "Privacy Official", LocalDate.parse("2026-01-12"))),
                new Scope.Description(
                        "Claims come from partners and are kept for seven years.\n\nPatients read their results in the portal.",
                        "Security Official",
                        LocalDate.parse("2026-01-12")),
                "compliance@examplehealth.example");
    }

    static Optional<Decision> decision(Control control) {
        if (!control.citation().equals("164.308(a)(3)(ii)(C)")) {
            return Optional.empty();
        }
        return Optional.of(new Decision(
                control.citation(),
                Decision.Choice.IMPLEMENTED,
                "Assessed reasonable and appropriate",
                "MAN-24",
                "Privacy Official",
                LocalDate.parse("2026-01-12"),
                LocalDate.parse("2027-01-12"),
                AT));
    }

    static List<Control> controls() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SampleBook.class.getResourceAsStream("units.txt"), StandardCharsets.UTF_8))) {
            List<Control> controls = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                controls.add(control(line.split("\\|")));
            }
            return controls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Control control(String[] field) {
        return new Control(
                field[0],
                field[1],
                field[4],
                field[2],
                Obligation.valueOf(field[3]),
                field[5],
                "customer",
                Map.of("OCR audit protocol", field[2], "NIST SP 800-53", "AC-2, IA-2"),
                "",
                field[0].startsWith("164.312") ? "Sign-in to applications that hold ePHI" : "",
                field[0].endsWith("(d)") ? "Identity team" : "");
    }
}
