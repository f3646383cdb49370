package io.exhibit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import io.exhibit.OneJdk;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.evidence.Sha256;
import io.exhibit.render.forms.Rfc4180;
import io.exhibit.run.PackRefused;
import io.exhibit.run.PackRun;
import io.exhibit.run.mask.Disclosure;
import io.exhibit.seal.Content;
import io.exhibit.seal.Meanings;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.PackWriter;
import io.exhibit.seal.Profile;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Statement.LeftOut;
import io.exhibit.seal.Step;
import io.exhibit.seal.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a masked pack must not hold, searched for in every byte of it; and what it lists, discloses and lets be checked. */
@OneJdk
class MaskedPackTest {

    private static final byte[] SECRET = "a secret of thirty-two bytes, ok".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PSEUDONYM = Pattern.compile("\\[[a-z-]+ [0-9a-f]{6,}]");

    @TempDir
    private static Path folder;

    private static PlantedMonth month;
    private static final Map<Profile, PackRun.Bound> PACKS = new TreeMap<>();

    @BeforeAll
    static void bind() throws IOException {
        month = new PlantedMonth(folder);
        for (Profile profile : Profile.values()) {
            PACKS.put(profile, bind(profile, "packs"));
        }
    }

    @AfterAll
    static void close() throws IOException {
        month.close();
    }

    private static String name(Profile profile) {
        return profile.masks() ? "EH-" + profile.word() + "-2026-10" : "EH-2026-10";
    }

    private static PackRun.Bound bind(Profile profile, String packs) throws IOException {
        return month.run(profile, folder.resolve(packs), SECRET).bind(name(profile), PlantedMonth.OCTOBER);
    }

    private static Path zip(Profile profile) {
        return PACKS.get(profile).zip().orElseThrow();
    }

    private static Searched searched(Profile profile) throws IOException {
        Path alone = Files.createTempDirectory(folder, "searched");
        PackRun.Bound pack = PACKS.get(profile);
        for (Path file : List.of(
                pack.file(), zip(profile), Path.of(zip(profile).toString().replace(".zip", ".tlog-proof")))) {
            Files.copy(file, alone.resolve(file.getFileName()));
        }
        return Searched.below(alone);
    }

    @Test
    void theWholePackHoldsAllThatIsPlanted() throws IOException {
        Searched whole = searched(Profile.FULL);
        assertThat(PlantedMonth.NAMES)
                .allMatch(planted -> !whole.places(planted).isEmpty());
        assertThat(PlantedMonth.DOORS)
                .allMatch(planted -> !whole.places(planted).isEmpty());
    }

    @Test
    void nothingThatIsPlantedIsInAnyByteOfAPublicPack() throws IOException {
        Searched all = searched(Profile.PUBLIC);
        TreeMap<String, List<String>> found = new TreeMap<>();
        PlantedMonth.NAMES.forEach(planted -> found.put(planted, all.places(planted)));
        PlantedMonth.DOORS.forEach(planted -> found.put(planted, all.places(planted)));
        found.values().removeIf(List::isEmpty);
        assertThat(found).isEmpty();
        assertThat(all.holds("plant")).isFalse();
        assertThat(all.files()).isGreaterThan(20);
    }

    @Test
    void anAuditorsPackHoldsNamesAndNothingThatOpensDoors() throws IOException {
        Searched all = searched(Profile.AUDITOR);
        TreeMap<String, List<String>> found = new TreeMap<>();
        PlantedMonth.DOORS.forEach(planted -> found.put(planted, all.places(planted)));
        found.values().removeIf(List::isEmpty);
        assertThat(found).isEmpty();
        assertThat(List.of(PlantedMonth.ACCOUNT, PlantedMonth.NAME, "plantuser-amara", "plantbucket-exports"))
                .allMatch(all::holds);
    }

    /** The words of the mapping stay around what is masked, and known values among them. */
    @Test
    void aPublicReportCanBeRead() throws IOException {
        String text = text(Profile.PUBLIC);
        String p = "\\[[a-z-]+[0-9a-f]{6,}\\]";
        assertThat(text)
                .containsPattern("thebucket" + p + "of" + p + "\\(" + p + "\\)isopento" + p
                        + "since2026-10-02,3times,withthekey" + p)
                .contains("Nobucketisopen", "HarbourClinic", "us-east-1", "AccessDenied", "kms:DescribeKey")
                .contains("Masked:public", "Whatismasked,andhowtoaskforit")
                .contains("SIMULATED");
        assertThat(text(Profile.AUDITOR)).contains("Masked:auditor");
        assertThat(text(Profile.FULL)).doesNotContain("Masked", "Whatismasked");
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "PUBLIC"})
    void theListIsWhatWasMasked(Profile profile) throws IOException {
        try (PackVault pack = PackVault.open(zip(profile), Optional.empty())) {
            Map<String, Integer> counted = new TreeMap<>();
            for (Map.Entry<String, byte[]> file : pack.payload("").entrySet()) {
                if (!List.of("report.pdf", "report.html", "report.xlsx", "masked.ndjson")
                        .contains(file.getKey())) {
                    String text = unpacked(file.getKey(), file.getValue());
                    for (Matcher m = PSEUDONYM.matcher(text); m.find(); ) {
                        counted.merge(m.group(), 1, Integer::sum);
                    }
                }
            }
            String elsewhere = text(profile) + pack.meaning().toString().replaceAll("\\s", "");
            String report = text(profile);
            Map<String, Integer> listed = new TreeMap<>();
            for (JsonNode line : lines(pack)) {
                String pseudonym = line.path("pseudonym").asText();
                listed.put(pseudonym, line.path("count").asInt());
                boolean file = line.path("kind").asText().equals("file");
                assertThat(file || counted.containsKey(pseudonym) || elsewhere.contains(pseudonym.replace(" ", "")))
                        .as(pseudonym + " stands somewhere")
                        .isTrue();
            }
            assertThat(counted).isNotEmpty();
            Map<String, Integer> counting = new TreeMap<>(listed);
            counting.values().removeIf(n -> n == 0);
            assertThat(counting).isEqualTo(counted);
            assertThat(report).contains(listed.size() + "valuesaremasked");
            for (Matcher m = Pattern.compile("\\[[a-z-]+?[0-9a-f]{6}]").matcher(report.replace("[user3fa2c1]", ""));
                    m.find(); ) {
                assertThat(listed.keySet().stream().map(one -> one.replace(" ", "")))
                        .contains(m.group());
            }
        }
    }

    /** What the table of populations says is what lies there, and the items are those of the night, in its order. */
    @ParameterizedTest
    @EnumSource
    void thePopulationsAreTheListsOfTheLastNight(Profile profile) throws IOException {
        try (PackVault pack = PackVault.open(zip(profile), Optional.empty())) {
            List<List<String>> index = Rfc4180.parse(text(pack, "populations/index.csv"));
            assertThat(index).hasSize(2);
            List<String> row = index.get(1);
            String file = text(pack, row.get(index.get(0).indexOf("file")));
            List<List<String>> items = Rfc4180.parse(file);
            assertThat(items).hasSize(1 + 4);
            assertThat(row.get(index.get(0).indexOf("rows"))).isEqualTo("4");
            assertThat(row.get(index.get(0).indexOf("sha256"))).isEqualTo(Sha256.hex(file));
            assertThat(row.get(index.get(0).indexOf("run"))).isEqualTo("2026-10-31T021500Z");
            assertThat(items.stream().skip(1).map(item -> item.get(3)))
                    .containsExactly("inconclusive", "deviates", "conforms", "deviates");
            if (profile == Profile.FULL) {
                List<String> sealed = new ArrayList<>();
                month.vault.items("2026-10-31T021500Z", "X-01", item -> sealed.add(item.key() + item.digest()));
                assertThat(items.stream().skip(1).map(item -> item.get(0) + item.get(6)))
                        .containsExactlyElementsOf(sealed);
            } else {
                assertThat(items.stream().skip(1).map(item -> item.get(6))).containsOnly("");
            }
            assertThat(Rfc4180.parse(text(pack, "findings.csv"))).hasSize(1 + 2);
        }
    }

    private static String text(PackVault pack, String name) throws IOException {
        return new String(pack.file(name), StandardCharsets.UTF_8);
    }

    private static String unpacked(String name, byte[] bytes) throws IOException {
        if (!name.endsWith(".zst")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(bytes)).setContinuous(true)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void oneValueHasOnePseudonymAndIsMatchedByAStockTool() throws Exception {
        PackRun run = month.run(Profile.PUBLIC, folder.resolve("packs"), SECRET);
        TreeMap<String, Disclosure> told = new TreeMap<>();
        try (PackVault pack = PackVault.open(zip(Profile.PUBLIC), Optional.empty())) {
            List<JsonNode> lines = lines(pack);
            for (JsonNode line :
                    List.of(lines.get(0), kind(lines, "account"), kind(lines, "user"), kind(lines, "unit"))) {
                Disclosure one = run.disclose(
                                name(Profile.PUBLIC),
                                PlantedMonth.OCTOBER,
                                line.path("pseudonym").asText())
                        .orElseThrow();
                assertThat(one.digest()).isEqualTo(line.path("digest").asText());
                assertThat(Sha256.hex(one.salt() + " " + one.value())).isEqualTo(one.digest());
                assertThat(told.put(one.value(), one)).isNull();
            }
        }
        assertThat(told).containsKey(PlantedMonth.USER);
        assertThat(told.get(PlantedMonth.USER).pseudonym()).startsWith("[user ");
        Disclosure account = told.values().stream()
                .filter(one -> one.pseudonym().startsWith("[account "))
                .findFirst()
                .orElseThrow();
        assertThat(account.value()).matches("9876500[0-9]{5}");
        assertThat(shell(account.check())).isEqualTo("matches");
        assertThat(shell(account.check().replace(account.value(), "987650012346")))
                .isEmpty();
        assertThat(run.disclose(name(Profile.PUBLIC), PlantedMonth.OCTOBER, "[user 000000]"))
                .isEmpty();
        assertThat(account.digest()).as("nobody can try out twelve digits").isNotEqualTo(Sha256.hex(account.value()));
    }

    private static JsonNode kind(List<JsonNode> lines, String kind) {
        return lines.stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String shell(String line) throws Exception {
        Process shell =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return out.strip();
    }

    @Test
    void theSecretIsTheOwnersAndWithoutItNothingIsMadeAgain() throws IOException {
        PackRun.Bound again = bind(Profile.PUBLIC, "packs");
        assertThat(again.sha256()).isEqualTo(PACKS.get(Profile.PUBLIC).sha256());

        Path secret = folder.resolve("packs").resolve(name(Profile.AUDITOR) + ".secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(searched(Profile.AUDITOR).places(new String(SECRET, StandardCharsets.US_ASCII)))
                .isEmpty();
        Path away = Files.move(secret, folder.resolve("away"));
        assertThatThrownBy(() -> bind(Profile.AUDITOR, "packs"))
                .isInstanceOf(PackRefused.class)
                .hasMessageContaining("Put it back");
        assertThat(secret).doesNotExist();
        Files.move(away, secret);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Path other = folder.resolve("other");
        try (PlantedMonth again = new PlantedMonth(other)) {
            PackRun.Bound pack = again.run(Profile.FULL, other.resolve("packs"), SECRET)
                    .bind(name(Profile.FULL), PlantedMonth.OCTOBER);
            assertThat(pack.sha256()).isEqualTo(PACKS.get(Profile.FULL).sha256());
            PackRun.Bound auditor = again.run(Profile.AUDITOR, other.resolve("packs"), SECRET)
                    .bind(name(Profile.AUDITOR), PlantedMonth.OCTOBER);
            assertThat(auditor.sha256()).isEqualTo(PACKS.get(Profile.AUDITOR).sha256());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "PUBLIC"})
    void whatNeedsTheWholeIsNotCheckedUntilItIsBrought(Profile profile) throws IOException {
        Step alone = evidence(profile, Optional.empty());
        assertThat(alone.status()).isEqualTo(Step.Status.NOT_CHECKED);
        assertThat(alone.says()).contains("but for 4 files of ", "--held");

        assertThat(evidence(profile, Optional.of(folder.resolve("vault"))).status())
                .isEqualTo(Step.Status.OK);

        Path held = Files.createTempDirectory(folder, "held");
        Path record = held.resolve("runs/2026-10-31T021500Z/run.json");
        Files.createDirectories(record.getParent());
        Files.copy(folder.resolve("vault").resolve("runs/2026-10-31T021500Z/run.json"), record);
        assertThat(evidence(profile, Optional.of(held)).says()).contains("but for 3 files of ");
        byte[] bytes = Files.readAllBytes(record);
        bytes[9] ^= 1;
        Files.write(record, bytes);
        Step other = evidence(profile, Optional.of(held));
        assertThat(other.status()).isEqualTo(Step.Status.FAIL);
        assertThat(other.found().get(0).code().name()).isEqualTo("DIGEST_DIFFERS");
    }

    /** The operator signs a masked pack that lists something else than was sealed. */
    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "PUBLIC"})
    void aListThatIsNotWhatWasSealedIsFound(Profile profile) throws Exception {
        assertThat(stockTools(zip(profile))).contains("Checked.", "evidence-pack-" + profile.word());
        List<LeftOut> genuine;
        try (PackVault pack = PackVault.open(zip(profile), Optional.empty())) {
            genuine = pack.meaning().leftOut();
        }
        LeftOut record = genuine.stream()
                .filter(file -> file.file().endsWith("/run.json"))
                .findFirst()
                .orElseThrow();
        List<LeftOut> other = new ArrayList<>(genuine);
        other.set(genuine.indexOf(record), new LeftOut(record.file(), record.bytes(), "ab".repeat(32)));
        Path forged = forged(profile, profile, other, list -> list);
        assertThat(codes(forged)).containsExactly("DIGEST_DIFFERS");
        assertThat(stockTools(forged))
                .contains("is listed otherwise than it was sealed")
                .doesNotContain("Checked.");

        List<LeftOut> fewer =
                genuine.stream().filter(file -> !file.equals(record)).toList();
        assertThat(codes(forged(profile, profile, fewer, list -> list))).containsExactly("FILE_MISSING");
        assertThat(codes(forged(profile, Profile.FULL, genuine, list -> list))).contains("FILE_MISSING");
        assertThat(codes(forged(profile, profile, genuine, list -> list.replaceFirst("count", " count"))))
                .containsExactly("MASKS_MALFORMED");
    }

    private static Path forged(Profile of, Profile as, List<LeftOut> leftOut, UnaryOperator<String> list)
            throws IOException {
        Path zip = Files.createTempFile(folder, "forged", ".zip");
        try (PackVault pack = PackVault.open(zip(of), Optional.empty());
                OutputStream out = Files.newOutputStream(zip)) {
            Statement.Meaning said = pack.meaning();
            Statement.Meaning meaning =
                    Meanings.with(said, said.log(), said.runs(), said.previous(), leftOut, said.timestamp());
            PackWriter forged = new PackWriter(meaning, as);
            for (Map.Entry<String, byte[]> file : pack.payload("").entrySet()) {
                byte[] bytes = file.getKey().equals("masked.ndjson")
                        ? list.apply(new String(file.getValue(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)
                        : file.getValue();
                forged.add(file.getKey(), Content.of(bytes));
            }
            forged.write(SigningKey.of(new byte[32]), "", out);
        }
        return zip;
    }

    private static List<String> codes(Path zip) {
        Trust trust = Trust.of(SigningKey.of(new byte[32]).publicKey());
        return new PackVerifier(trust, Optional.empty())
                .check(zip).stream()
                        .flatMap(step -> step.found().stream())
                        .map(found -> found.code().name())
                        .distinct()
                        .toList();
    }

    /** VERIFY.txt, followed literally. */
    private static String stockTools(Path zip) throws Exception {
        Path place = Files.createTempDirectory(folder, "by-hand");
        Path script = place.resolve("VERIFY.txt");
        Path key = place.resolve("key.pem");
        Files.writeString(key, SigningKey.of(new byte[32]).publicPem());
        try (InputStream how = PackVault.class.getResourceAsStream("VERIFY.txt")) {
            Files.write(script, how.readAllBytes());
        }
        Path empty = Files.createDirectory(place.resolve("empty"));
        return shell("cd '" + empty + "' && PACK='" + zip + "' KEY='" + key + "' bash '" + script + "'");
    }

    private static Step evidence(Profile profile, Optional<Path> held) throws IOException {
        Trust trust = Trust.of(SigningKey.of(new byte[32]).publicKey());
        List<Step> steps = new PackVerifier(trust, Optional.empty(), held).check(zip(profile));
        assertThat(steps)
                .filteredOn(step -> step.name() != Step.Name.EVIDENCE)
                .allMatch(step -> step.status() == Step.Status.OK || step.status() == Step.Status.NOT_ASKED);
        return steps.stream()
                .filter(step -> step.name() == Step.Name.EVIDENCE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnknownProfileIsRefusedWithTheChoices() {
        Consoles console = Consoles.listening();
        int code = Main.run(console.console(), "pack", "--month", "2026-10", "--profile", "secret");
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("full, auditor or public", "\"secret\"");

        code = Main.run(console.console(), "pack", "--month", "2026-10", "--disclose", "[user 3fa2c1]");
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("Only a masked pack hides values");
    }

    private static List<JsonNode> lines(PackVault pack) throws IOException {
        String list = new String(pack.file("masked.ndjson"), StandardCharsets.UTF_8);
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : list.split("\n")) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static String text(Profile profile) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PACKS.get(profile).file().toFile())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }
}
