package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.exhibit.OneJdk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson with strict detection of duplicates is the second opinion: the same tokens, and the same texts refused. */
@OneJdk
class JsonTokensTest {

    private static final JsonFactory JACKSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String REFUSED = "refused";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { \"a\" : [ ] , \"b\" : { } } ",
                "{\"a\":[1,-0,0.5,-1e5,2E+7,3e-9,10,true,false,null,\"\"]}",
                "{\"a\":\"\\u00e9\\\\\\/\\n\\\"\",\"\\u0062\":2,\"\u00e9\u6f22\ud83d\ude00\":\"\ud83d\ude00\"}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"\u00e9\":1,\"\\u00e9\":2}",
                "{\"x\":{\"a\":1},\"y\":{\"a\":1},\"z\":[{\"a\":1},{\"a\":1,\"b\":{\"a\":1,\"a\":2}}]}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":tru}",
                "{\"a\":truex}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"b\tc\"}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\" 1}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":[1}",
                "{\"a\":1]",
                "{\"a\":1",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\"",
                "{'a':1}",
                "{\"a\":1}}",
                "{\"a\":1}{\"a\":1}",
                "{\"a\":/* */1}",
                "",
                " ",
            })
    void saysWhatJacksonSays(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        assertThat(own(json)).isEqualTo(jacksons(json));
    }

    @Test
    void manyNamesAndDeepNestingAreJudgedAlike() {
        for (int members : new int[] {31, 32, 33, 34, 500}) {
            StringBuilder object = new StringBuilder("{");
            for (int i = 0; i < members; i++) {
                object.append("\"name-")
                        .append(i)
                        .append("\":{\"name-0\":")
                        .append(i)
                        .append("},");
            }
            byte[] once = (object + "\"last\":1}").getBytes(StandardCharsets.UTF_8);
            byte[] twice = (object + "\"name-" + members / 2 + "\":1}").getBytes(StandardCharsets.UTF_8);
            byte[] escaped = (object + "\"\\u006eame-0\":1}").getBytes(StandardCharsets.UTF_8);
            assertThat(own(once)).isEqualTo(jacksons(once)).isNotEqualTo(REFUSED);
            assertThat(own(twice)).isEqualTo(jacksons(twice)).isEqualTo(REFUSED);
            assertThat(own(escaped)).isEqualTo(jacksons(escaped)).isEqualTo(REFUSED);
        }
        for (int depth : new int[] {999, 1000, 1001, 100_000}) {
            byte[] nested =
                    ("{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}").getBytes(StandardCharsets.UTF_8);
            assertThat(own(nested).equals(REFUSED))
                    .isEqualTo(depth > 1000)
                    .isEqualTo(jacksons(nested).equals(REFUSED));
        }
        for (int digits : new int[] {1000, 1001}) {
            byte[] number = ("{\"a\":" + "7".repeat(digits) + "}").getBytes(StandardCharsets.UTF_8);
            assertThat(own(number).equals(REFUSED)).isEqualTo(jacksons(number).equals(REFUSED));
        }
    }

    @Test
    void brokenTextsAreRefusedByBothOrByNeither() {
        Random random = new Random(20261128);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] json = value(random, 0).getBytes(StandardCharsets.UTF_8);
            json = random.nextInt(4) == 0 ? json : broken(json, random);
            String expected = isUtf8(json) ? jacksons(json) : REFUSED;
            assertThat(own(json))
                    .as(new String(json, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
            refused += expected.equals(REFUSED) ? 1 : 0;
        }
        assertThat(refused).isBetween(3_000, 9_500);
    }

    private static byte[] broken(byte[] json, Random random) {
        byte[] other = json.clone();
        for (int n = 1 + random.nextInt(2); n > 0 && other.length > 0; n--) {
            int at = random.nextInt(other.length);
            switch (random.nextInt(4)) {
                case 0 -> other = Arrays.copyOf(other, at);
                case 1 -> other[at] = (byte) "{}[],:\"\\ 0eE.-utn/".charAt(random.nextInt(18));
                case 2 -> other[at] = (byte) random.nextInt(256);
                default -> {
                    byte[] shorter = Arrays.copyOf(other, other.length - 1);
                    System.arraycopy(other, at + 1, shorter, at, other.length - at - 1);
                    other = shorter;
                }
            }
        }
        // Another encoding than UTF-8 is Jackson's to guess.
        return other.length > 0
                        && other[0] == '{'
                        && (other.length < 4 || other[1] != 0 && other[2] != 0 && other[3] != 0)
                ? other
                : json;
    }

    /** Jackson takes some bytes for characters that RFC 3629 does not. */
    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String value(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(depth > 4 ? 4 : 6);
        StringBuilder text = new StringBuilder();
        switch (kind) {
            case 0, 4 -> {
                text.append("{");
                for (int i = random.nextInt(depth == 0 ? 40 : 6); i > 0; i--) {
                    text.append(text.length() == 1 ? "" : ",")
                            .append(string(random))
                            .append(":");
                    text.append(value(random, depth + (depth == 0 ? 3 : 1)));
                }
                text.append("}");
            }
            case 5 -> {
                text.append("[");
                for (int i = random.nextInt(5); i > 0; i--) {
                    text.append(text.length() == 1 ? "" : ", ").append(value(random, depth + 1));
                }
                text.append("]");
            }
            case 1 ->
                text.append(new String[] {"0", "-1", "12.5", "1e9", "-0.25E-3", "1234567890123"}[random.nextInt(6)]);
            case 2 -> text.append(new String[] {"true", "false", "null"}[random.nextInt(3)]);
            default -> text.append(string(random));
        }
        return text.toString();
    }

    private static String string(Random random) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(
                    switch (random.nextInt(24)) {
                        case 0 -> "\\n";
                        case 1 -> "\\u00E4";
                        case 2 -> "\u00e4";
                        case 3 -> "\u6f22";
                        case 4 -> "\ud83d\ude00";
                        default -> String.valueOf((char) ('a' + random.nextInt(26)));
                    });
        }
        return text.append('"').toString();
    }

    private static String own(byte[] json) {
        StringBuilder told = new StringBuilder();
        try {
            JsonTokens in = new JsonTokens(json);
            for (JsonToken token = next(in, told); token != null; token = next(in, told)) {
                told.append(token).append(' ');
                if (token == JsonToken.VALUE_STRING) {
                    told.append(in.getText()).append(in.getTextLength() == 0);
                }
            }
            return told.toString();
        } catch (IOException e) {
            return REFUSED;
        }
    }

    private static JsonToken next(JsonTokens in, StringBuilder told) throws IOException {
        String name = in.nextFieldName();
        told.append(name == null ? "" : name);
        return in.currentToken();
    }

    private static String jacksons(byte[] json) {
        StringBuilder told = new StringBuilder();
        try (JsonParser in = JACKSON.createParser(json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                told.append(token == JsonToken.FIELD_NAME ? in.currentName() : "")
                        .append(token)
                        .append(' ');
                if (token == JsonToken.VALUE_STRING) {
                    told.append(in.getText()).append(in.getTextLength() == 0);
                }
            }
            return told.toString();
        } catch (IOException e) {
            return REFUSED;
        }
    }
}
