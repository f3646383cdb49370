package io.exhibit.read.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Operation.Protocol;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final Shape TEXT = new Shape(Kind.STRING, "", null, "");
    private static final Shape THING = new Shape(Kind.STRUCTURE, "x.Thing", null, "");
    private static final RecordType ANSWER = new RecordType(
            "x.Answer",
            List.of(
                    new Member("Things", "things", new Shape(Kind.LIST, "", THING, "item")),
                    new Member("Flat", "flat", new Shape(Kind.LIST, "", TEXT, "")),
                    new Member(
                            "Counts", "counts", new Shape(Kind.MAP, "", new Shape(Kind.LONG, "", null, ""), "entry")),
                    new Member("Free", "free", new Shape(Kind.DOCUMENT, "", null, ""))));
    private static final RecordType A_THING = new RecordType(
            "x.Thing",
            List.of(
                    new Member("Name", "name", TEXT),
                    new Member("Made", "made", new Shape(Kind.TIMESTAMP, "", null, "")),
                    new Member("Size", "size", new Shape(Kind.LONG, "", null, "")),
                    new Member("Share", "share", new Shape(Kind.DOUBLE, "", null, "")),
                    new Member("On", "on", new Shape(Kind.BOOLEAN, "", null, "")),
                    new Member("Bytes", "bytes", new Shape(Kind.BLOB, "", null, "")),
                    new Member("Inner", "inner", THING)));

    private final Notes notes = new Notes();

    private Map<String, Object> read(Protocol protocol, String body, Selection selection) throws IOException {
        Operation operation = new Operation("x:Ask", protocol, List.of(), "", List.of(), Set.of());
        Catalog catalog = new Catalog(
                List.of(new Source("x", "x", Source.Scope.ACCOUNT, List.of(operation), List.of())),
                Map.of("x.Answer", ANSWER, "x.Thing", A_THING),
                Map.of("x:Ask", "x.Answer"),
                Map.of());
        return new AnswerReader(catalog).read("x:Ask", body.getBytes(StandardCharsets.UTF_8), selection, notes);
    }

    private Map<String, Object> json(String body) throws IOException {
        return read(Protocol.JSON, body, Selection.WHOLE);
    }

    private Map<String, Object> ec2(String members) throws IOException {
        return read(Protocol.EC2, "<AskResponse>" + members + "</AskResponse>", Selection.WHOLE);
    }

    @Test
    void valuesAreTypedAndNamedAsInTheApi() throws IOException {
        Map<String, Object> thing = Map.of(
                "Name",
                "n",
                "Made",
                Instant.parse("2026-10-01T00:00:00.5Z"),
                "Size",
                7L,
                "Share",
                2.0,
                "On",
                true,
                "Bytes",
                "aGk=",
                "Inner",
                Map.of("Name", ""));
        assertThat(json("{\"things\":[{\"name\":\"n\",\"made\":1790812800.5,\"size\":7,\"share\":2,\"on\":true,"
                        + "\"bytes\":\"aGk=\",\"inner\":{\"name\":\"\"}}]}"))
                .isEqualTo(Map.of("Things", List.of(thing)));
        assertThat(ec2("<things><item><name>n</name><made>2026-10-01T00:00:00.500Z</made><size>7</size><share>2</share>"
                        + "<on>true</on><bytes>aGk=</bytes><inner><name/></inner></item></things>"))
                .isEqualTo(Map.of("Things", List.of(thing)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99", "1e18", "-1e30", "1e2147483647", "1e99999999999", "253402300800", "0.1e13"})
    void anInstantOutsideTheCalendarDoesNotFit(String seconds) throws IOException {
        assertThat(json("{\"things\":[{\"name\":\"n\",\"made\":" + seconds + "}]}"))
                .isEqualTo(Map.of("Things", List.of(Map.of("Name", "n"))));
        assertThat(notes.takeMisfits()).containsExactly("Made is not the timestamp that it should be");
    }

    @Test
    void absentIsNotEmpty() throws IOException {
        assertThat(json("{}")).isEmpty();
        assertThat(json("{\"things\":null}")).isEmpty();
        assertThat(json("{\"Things\":[]}")).isEmpty();
        assertThat(json("{\"things\":[]}")).isEqualTo(Map.of("Things", List.of()));
        assertThat(ec2("<requestId>r</requestId>")).isEmpty();
        assertThat(ec2("<things/>")).isEqualTo(Map.of("Things", List.of()));
        assertThat(ec2("<things>  </things>")).isEqualTo(Map.of("Things", List.of()));
    }

    @Test
    void unknownMembersAreCountedAndPassedOver() throws IOException {
        json("{\"fresh\":{\"a\":[1,{}]},\"things\":[{\"name\":\"n\",\"new\":1}]}");
        assertThat(notes.unknownMembers()).isEqualTo(2);
        ec2("<requestId>r</requestId><fresh><a/></fresh><things><item><new/></item></things>");
        assertThat(notes.unknownMembers()).isEqualTo(4);
    }

    @Test
    void flattenedListsAndMapsAreReadInTheirXmlForms() throws IOException {
        assertThat(ec2("<flat>a</flat><counts><entry><key>k</key><value>3</value></entry></counts><flat>b</flat>"))
                .isEqualTo(Map.of("Flat", List.of("a", "b"), "Counts", Map.of("k", 3L)));
    }

    @Test
    void theQueryDialectIsReadWithinItsResult() throws IOException {
        assertThat(read(
                        Protocol.QUERY,
                        "<?xml version=\"1.0\"?><AskResponse><AskResult><flat>a &amp; <![CDATA[<b>]]></flat></AskResult>"
                                + "<ResponseMetadata><flat>no</flat></ResponseMetadata></AskResponse>",
                        Selection.WHOLE))
                .isEqualTo(Map.of("Flat", List.of("a & <b>")));
    }

    @Test
    void freeDocumentsKeepTheirNumbers() throws IOException {
        assertThat(json("{\"free\":{\"a\":[1,2.5,true,null,\"t\"],\"b\":null}}"))
                .isEqualTo(Map.of("Free", Map.of("a", List.of(1L, 2.5, true, "t"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"things\":{}}",
                "{\"things\":[{\"name\":{}}]}",
                "{\"things\":[{\"made\":\"soon\"}]}",
                "{\"things\":[{\"size\":1.5}]}",
                "{\"things\":[{\"size\":99999999999999999999}]}",
                "{\"things\":[{\"on\":\"maybe\"}]}",
                "{\"things\":[{\"inner\":[1]}]}",
                "{\"counts\":[\"k\"]}"
            })
    void aValueThatDoesNotFitIsAbsentAndNoted(String body) throws IOException {
        assertThat(json(body).toString()).doesNotContain("null", "soon", "1.5", "maybe", "k");
        assertThat(notes.takeMisfits()).hasSize(1);
        assertThat(notes.takeMisfits()).isEmpty();
    }

    @Test
    void onlyWhatIsStreamedIsBuilt() throws IOException {
        for (Protocol protocol : List.of(Protocol.JSON, Protocol.EC2)) {
            List<Object> seen = new ArrayList<>();
            String body = protocol == Protocol.JSON
                    ? "{\"flat\":[\"x\"],\"things\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"free\":{\"made\":1}}"
                    : "<AskResponse><flat>x</flat><things><item><name>a</name></item><item><name>b</name></item></things></AskResponse>";
            Map<String, Object> rest =
                    read(protocol, body, new Selection(Set.of("Things"), false, (member, value) -> seen.add(value)));
            assertThat(seen).containsExactly(Map.of("Name", "a"), Map.of("Name", "b"));
            assertThat(rest).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"things\":[", "{} {}", "{}x", "plain"})
    void whatIsNoJsonAnswerIsRefused(String body) {
        assertThatThrownBy(() -> json(body)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<OtherResponse/>",
                "<AskResponse>",
                "<AskResponse/><AskResponse/>",
                "<!DOCTYPE AskResponse [<!ENTITY x \"y\">]><AskResponse><flat>&x;</flat></AskResponse>",
                "<!DOCTYPE AskResponse><AskResponse/>",
                "<html><body>Sign in</body></html>"
            })
    void whatIsNoXmlAnswerIsRefused(String body) {
        assertThatThrownBy(() -> read(Protocol.EC2, body, Selection.WHOLE)).isInstanceOf(IOException.class);
    }

    @Test
    void manyCharacterReferencesAreNoAttack() throws IOException {
        String text = "&quot;&#10;".repeat(200_000);
        assertThat(ec2("<flat>" + text + "</flat>")).isEqualTo(Map.of("Flat", List.of("\"\n".repeat(200_000))));
    }

    @Test
    void depthIsNoAttackEither() throws IOException {
        String deep = "<new>".repeat(100_000) + "</new>".repeat(100_000);
        assertThat(ec2(deep + "<flat>a</flat>")).isEqualTo(Map.of("Flat", List.of("a")));
        String arrays = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> json("{\"free\":" + arrays + "}")).isInstanceOf(IOException.class);
    }

    @Test
    void damagedBytesAreReadOrRefusedAndNothingElse() {
        String xml =
                "<AskResponse><things><item><name>n</name><made>2026-10-01T00:00:00Z</made><size>7</size></item></things>"
                        + "<flat>a &amp; b</flat><counts><entry><key>k</key><value>3</value></entry></counts></AskResponse>";
        String json =
                "{\"things\":[{\"name\":\"n\",\"made\":1790812800.5,\"size\":7,\"on\":true}],\"counts\":{\"k\":3}}";
        Random dice = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            Protocol protocol = i % 2 == 0 ? Protocol.EC2 : Protocol.JSON;
            char[] body = (protocol == Protocol.EC2 ? xml : json).toCharArray();
            for (int hits = 1 + dice.nextInt(3); hits > 0; hits--) {
                body[dice.nextInt(body.length)] = (char) dice.nextInt(0x100);
            }
            String damaged = new String(body);
            assertThatCode(() -> {
                        try {
                            read(protocol, damaged, Selection.WHOLE);
                        } catch (IOException refused) {
                            assertThat(refused).hasMessageMatching("(?s).+");
                        }
                    })
                    .as(damaged)
                    .doesNotThrowAnyException();
        }
    }
}
