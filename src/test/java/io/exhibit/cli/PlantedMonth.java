package io.exhibit.cli;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Period;
import io.exhibit.assessment.Verdict;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.control.Assertion;
import io.exhibit.control.Assertion.Expression;
import io.exhibit.control.Assertion.Link;
import io.exhibit.control.Assertion.Strength;
import io.exhibit.control.Book;
import io.exhibit.control.Control;
import io.exhibit.control.Control.Obligation;
import io.exhibit.control.Decision;
import io.exhibit.control.Document;
import io.exhibit.control.Framework;
import io.exhibit.control.Parameter;
import io.exhibit.control.Position;
import io.exhibit.control.RiskAcceptance;
import io.exhibit.control.Scope;
import io.exhibit.control.Severity;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.read.CatalogFile;
import io.exhibit.render.PackContent;
import io.exhibit.render.PackRenderer;
import io.exhibit.render.Templates;
import io.exhibit.run.AssessRun;
import io.exhibit.run.Contents;
import io.exhibit.run.DueTimes;
import io.exhibit.run.IssueShelf;
import io.exhibit.run.PackFiles;
import io.exhibit.run.PackRun;
import io.exhibit.run.Stamping;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.Profile;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A month of one night in which every name, id, address and sentence is a text that stands nowhere else. */
final class PlantedMonth implements AutoCloseable {

    static final Period OCTOBER = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), ZoneOffset.UTC);
    private static final Instant NIGHT = Instant.parse("2026-10-31T02:15:00Z");
    private static final DueTimes DUE =
            (from, to) -> !NIGHT.isBefore(from) && NIGHT.isBefore(to) ? List.of(NIGHT) : List.of();
    private static final Catalog CATALOG = CatalogFile.load();
    private static final Position NOWHERE = new Position("test", 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);

    static final String MAIL = "greta.plantmail@clinic-plant.example";
    static final String IP = "198.51.100.77";
    static final String IP6 = "2001:db8:77::5";
    static final String KEY = "AKIAPLANTEDKEY234567";
    static final String ACCOUNT = "987650012345";
    static final String NAME = "plantacct-claims";
    static final String USER = "arn:aws:iam::987650012345:user/plantuser-amara";

    /** What opens doors, or reaches somebody: masked in an auditor's pack too. */
    static final Set<String> DOORS = Set.of(MAIL, IP, IP6, KEY, "plantowner@clinic-plant.example", "10.77.88.99");

    /** What names the entity's things and people: masked in a public pack. */
    static final Set<String> NAMES = new LinkedHashSet<>(List.of(
            ACCOUNT,
            NAME,
            "987650099999",
            "plantacct-suspended",
            "/Plantunit",
            "o-plantedorg",
            "plantcollector",
            "plantuser-amara",
            "plantbucket-exports",
            "plantsubject",
            "plantmessage",
            "plantrequest",
            "planthost.internal.example",
            "plantreason",
            "plantcontact",
            "Plantperson",
            "plantrationale",
            "Plantdocument",
            "plantpolicy-9",
            "plantparameter",
            "plantowner",
            "plantfree",
            "plantproof",
            "plantscope"));

    final Vault vault;
    private final Path folder;
    private Instant now = NIGHT;

    PlantedMonth(Path folder) throws IOException {
        this.folder = folder;
        vault = FileVault.create(folder.resolve("vault"), "example/log", SigningKey.of(new byte[32]), () -> now);
        RunRecord run = night();
        vault.assess(run.id(), sink -> {
            items().forEach(item -> sink.accept("X-01", item));
            String why = "1 of 3 could not be judged: plantfree reason with " + IP;
            return new Assessment(
                    run.id(),
                    NIGHT,
                    book().digest(),
                    List.of(new Judgement("X-01", Verdict.FAIL, 4, 1, 2, 0, 1, 0, why)));
        });
        now = Instant.parse("2026-11-01T08:00:00Z");
    }

    private RunRecord night() throws IOException {
        Target global = Target.global(ACCOUNT);
        Target region = new Target(ACCOUNT, "us-east-1");
        try (RunWriter run = vault.begin("2026-10-31T021500Z")) {
            RunRecord.Unit raw = unit(run, global);
            Gap gap = new Gap(
                    new Call("kms:DescribeKey", "plantsubject"),
                    Cause.DENIED,
                    "AccessDenied",
                    "plantmessage: " + USER + " from " + IP6,
                    "plantrequest");
            RunRecord.Part part =
                    new RunRecord.Part("kms.keys", 1, 1, 0, RunRecord.Lists.NONE, List.of(), List.of(gap), 0, 0);
            RunRecord record = new RunRecord(
                    "2026-10-31T021500Z",
                    NIGHT,
                    NIGHT,
                    NIGHT.plusSeconds(60),
                    RunRecord.Outcome.GAPS,
                    "plantfree: it was broken off at planthost.internal.example",
                    "http://" + IP + ":4566",
                    "arn:aws:sts::" + ACCOUNT + ":assumed-role/plantcollector/" + MAIL,
                    "o-plantedorg",
                    List.of(
                            new RunRecord.Account(ACCOUNT, NAME, "ACTIVE", "/Plantunit", true),
                            new RunRecord.Account("987650099999", "plantacct-suspended", "SUSPENDED", "/", false)),
                    Map.of("book", book().digest(), "settings", "5e".repeat(32)),
                    List.of(raw, new RunRecord.Unit(region, "", 0, "", List.of(part))));
            run.seal(record);
            return record;
        }
    }

    private static RunRecord.Unit unit(RunWriter run, Target target) throws IOException {
        byte[] body = ("<answer>" + USER + " " + MAIL + "</answer>").getBytes(StandardCharsets.UTF_8);
        Exchange exchange = new Exchange(
                Call.of("iam:GetAccountSummary"),
                1,
                1,
                Exchange.Outcome.ANSWER,
                NIGHT,
                "plantrequest",
                new Exchange.Request("POST", "/", Map.of("Host", "iam.amazonaws.com"), new byte[0]),
                new Exchange.Response(200, Map.of(), body),
                "",
                List.of());
        try (RunWriter.UnitWriter file = run.unit(target)) {
            file.source("iam.account-summary");
            file.write(exchange);
            RunWriter.Frames frames = file.endSource();
            return file.commit(List.of(new RunRecord.Part(
                    "iam.account-summary",
                    1,
                    1,
                    1,
                    RunRecord.Lists.NONE,
                    List.of(),
                    List.of(),
                    frames.offset(),
                    frames.length())));
        }
    }

    private static List<Item> items() {
        Target region = new Target(ACCOUNT, "us-east-1");
        Target global = Target.global(ACCOUNT);
        String bucket = "the bucket plantbucket-exports of " + NAME + " (" + ACCOUNT + ") is open to " + IP
                + " since 2026-10-02, 3 times, with the key " + KEY;
        return List.of(
                new Item(region, "plantbucket-exports", Item.State.DEVIATES, "00", bucket, ""),
                new Item(global, USER, Item.State.DEVIATES, "01", "plantfree sentence of another book " + MAIL, ""),
                new Item(global, global.toString(), Item.State.INCONCLUSIVE, "", "plantfree reason with " + IP, ""),
                new Item(
                        region,
                        "ip-10-77-88-99.ec2.internal 10.77.88.99",
                        Item.State.CONFORMS,
                        "02",
                        "Name = plantproof, BucketRegion = us-east-1",
                        ""));
    }

    private static Book book() {
        Assertion test = new Assertion(
                "X-01",
                "No bucket is open",
                Assertion.Timing.SNAPSHOT,
                "s3.buckets",
                Map.of(),
                new Expression("true", NOWHERE),
                new Expression("true", NOWHERE),
                new Expression("", NOWHERE),
                "",
                "the bucket {Name} of {target.name} ({target.account}) is open to {BucketRegion} since {CreationDate}, {parameters.limit} times, with the key {BucketArn}",
                "Close it",
                Severity.HIGH,
                false,
                List.of("Name", "BucketRegion"),
                List.of("limit"),
                Map.of("1(a)", new Link(Strength.DIRECT, "It is what the paragraph asks for")),
                NOWHERE,
                Map.of());
        Document document = new Document(
                "MAN-01",
                "A policy is in force",
                "",
                0,
                Document.Covers.NOTHING,
                Map.of("1(a)", "why", "2(a)", "why", "3(a)", "why"),
                Optional.of(new Document.Filed("Plantdocument", "1", "Plantperson", DAY, "", NOWHERE)));
        Scope scope = new Scope(
                "Harbour Clinic",
                "Covered entity",
                "Confidential",
                "",
                Map.of(
                        ACCOUNT,
                        new Scope.AccountScope(
                                ACCOUNT, NAME, true, Optional.of(true), "plantreason", "Plantperson", DAY)),
                Map.of(
                        "us-east-1",
                        new Scope.RegionScope("us-east-1", true, "plantregion-why", "Plantperson", DAY, NOWHERE)),
                Map.of("clearinghouse", new Scope.Fact("clearinghouse", false, "Plantperson", DAY)),
                Scope.Description.NONE,
                "plantcontact@clinic-plant.example");
        return new Book(
                new Framework(
                        "rule",
                        "A rule",
                        "as printed",
                        "",
                        List.of(unit("1(a)", ""), unit("2(a)", "clearinghouse"), unit("3(a)", ""))),
                List.of(test),
                List.of(document),
                scope,
                Map.of(
                        "limit",
                        new Parameter("limit", List.of("plantparameter", "TLSv1.3"), "", "plantpolicy-9", NOWHERE)),
                Map.of(),
                List.of(new RiskAcceptance(
                        "RA-1",
                        "X-01",
                        "plantbucket-*",
                        ACCOUNT,
                        "Plantperson",
                        DAY,
                        DAY.plusDays(1),
                        "plantreason",
                        false,
                        NOWHERE)),
                List.of(
                        decision("1(a)", Decision.Choice.IMPLEMENTED, "Plantdocument"),
                        decision("3(a)", Decision.Choice.ALTERNATIVE, "MAN-01")),
                Map.of(),
                "b00c".repeat(16));
    }

    /** The conclusion of a conditional one, and of one that is met otherwise, names who said so. */
    private static Control unit(String citation, String condition) {
        return new Control(
                citation,
                "",
                "Safeguards",
                "A unit",
                Obligation.ADDRESSABLE,
                "Words of the law.",
                "",
                Map.of(),
                condition,
                "",
                "plantowner@clinic-plant.example");
    }

    private static Decision decision(String citation, Decision.Choice choice, String document) {
        return new Decision(
                citation, choice, "plantrationale", document, "Plantperson", DAY, DAY.plusYears(1), NOWHERE);
    }

    PackRun run(Profile profile, Path packs, byte[] secret) {
        Map<String, byte[]> made = Map.of(
                "book/parameters.yaml", "limit: [TLSv1.3]\n".getBytes(StandardCharsets.UTF_8),
                "book/organization/scope.yaml",
                        ("entity: plantscope # " + MAIL + "\n").getBytes(StandardCharsets.UTF_8),
                "templates/cover.ftlh", "cover".getBytes(StandardCharsets.UTF_8));
        return new PackRun(
                vault,
                DUE,
                new AssessRun(vault, CATALOG, new Evaluator(book(), CATALOG, ZoneOffset.UTC), book()),
                new Contents(
                        CATALOG,
                        "Exhibit",
                        Map.of("book", book().digest(), "settings", "5e".repeat(32)),
                        results -> List.of(new PackContent.Attachment(
                                "assessment.json",
                                "application/json",
                                "Results",
                                AssessJson.of("2026-10", results).getBytes(StandardCharsets.UTF_8))),
                        files -> Optional.empty()),
                new PackRenderer(Templates.shipped()),
                new PackFiles(() -> SigningKey.of(new byte[32]), () -> made, "0 15 2 * * ?", Long.MAX_VALUE),
                new IssueShelf(packs, book().digest()),
                List.of(),
                () -> now,
                Stamping.NONE,
                profile,
                () -> secret,
                false);
    }

    @Override
    public void close() throws IOException {
        vault.close();
    }
}
