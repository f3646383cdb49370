package io.exhibit.console.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.console.page.Names;
import io.exhibit.evidence.Target;
import io.exhibit.render.ScreenPages;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void anItemIsMarkedWhereItStandsAndTheRestIsCounted() {
        String text = "a".repeat(20_000) + "\n<Arn>the-key</Arn>\n" + "z".repeat(20_000);

        Map<String, Object> excerpt = Excerpt.of(text, "the-key");

        assertThat(lines(excerpt))
                .contains(Map.of("before", "<Arn>", "marked", "the-key", "after", "</Arn>"))
                .hasSize(3);
        int shown = lines(excerpt).stream()
                .mapToInt(line -> String.join("", line.values()).length() + 1)
                .sum();
        assertThat(number(excerpt, "before") + shown - 1 + number(excerpt, "after"))
                .isEqualTo(text.length());
    }

    @Test
    void ofAKeyThatIsMadeOfSeveralMembersTheFirstThatTheAnswerHasIsMarked() {
        assertThat(lines(Excerpt.of("{\"NetworkAclId\":\"acl-4578bf5d\"}", "acl-4578bf5d ingress 130")))
                .extracting(line -> line.get("marked"))
                .containsExactly("acl-4578bf5d");
    }

    /** A plus in a policy is a plus, and what is cut in the middle of a character stays as it came. */
    @Test
    void policiesAreReadAndNotTheirCodes() {
        assertThat(
                        Excerpt.uncoded(
                                "<Arn>a%2Fb</Arn><Doc>%7B%0A%22Action%22%3A%22s3%3AGet*%22%2C%22Sid%22%3A%22a+b%22%7D</Doc><D>%7B%2</D>"))
                .contains("<Arn>a%2Fb</Arn><Doc>{\n\"Action\":\"s3:Get*\",\"Sid\":\"a+b\"}</Doc><D>%7B%2</D>");
        assertThat(Excerpt.uncoded("{\"a\":1}")).isEmpty();
    }

    @Test
    void anAnswerWithoutTheItemIsShownFromItsBeginning() {
        assertThat(lines(Excerpt.of("nothing of it", "the-key")))
                .containsExactly(Map.of("before", "nothing of it", "marked", "", "after", ""));
    }

    @Test
    void whatBase64HidesIsDecodedAndOnlyThen() {
        String report = "user,arn\nkiosk,arn:aws:iam::555566667777:user/kiosk\n" + "n/a,".repeat(40);
        String answer = "<Content>" + Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8));

        assertThat(Excerpt.decoded(answer, "user/kiosk")).contains(report);
        assertThat(Excerpt.decoded(answer, "user/nobody")).isEmpty();
        assertThat(Excerpt.decoded("user/kiosk " + answer, "user/kiosk")).isEmpty();
    }

    @Test
    void aRowLeavesOutOfAnArnWhatItSaysBesideIt() {
        Target here = new Target("555566667777", "eu-west-1");

        assertThat(Names.brief("arn:aws:iam::555566667777:user/kiosk", here)).isEqualTo("user/kiosk");
        assertThat(Names.brief("arn:aws:kms:eu-west-1:555566667777:key/1", here))
                .isEqualTo("key/1");
        assertThat(Names.brief("arn:aws:kms:us-east-1:555566667777:key/1", here))
                .as("of another region")
                .startsWith("arn:");
        assertThat(Names.brief("acl-1 ingress 130", here)).isEqualTo("acl-1 ingress 130");
    }

    @Test
    void theAddressOfAnItemIsThatOfItsNameAndNotOfWhatIsSeenOfIt() {
        assertThat(ScreenPages.item(new Target("555566667777", "global"), "user/\u202Eevil&b=1"))
                .isEqualTo("account=555566667777&region=global&key=user%2F%E2%80%AEevil%26b%3D1");
    }

    private static int number(Map<String, Object> excerpt, String name) {
        return Integer.parseInt(excerpt.get(name).toString().replace(",", ""));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> lines(Map<String, Object> excerpt) {
        return (List<Map<String, String>>) excerpt.get("lines");
    }
}
