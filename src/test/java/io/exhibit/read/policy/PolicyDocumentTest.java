package io.exhibit.read.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.read.records.MalformedDocument;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    private static List<PolicyStatement> read(String text) throws MalformedDocument {
        return PolicyDocument.read("arn:x", text);
    }

    private static PolicyStatement one(String statement) throws MalformedDocument {
        return read("{\"Version\":\"2012-10-17\",\"Statement\":" + statement + "}")
                .get(0);
    }

    private static Principal principal(String written) throws MalformedDocument {
        return one("{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":" + written + "}")
                .principals()
                .get(0);
    }

    @Test
    void singleAndListMeanTheSame() throws MalformedDocument {
        String single = "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}";
        String list = "[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":[\"*\"]}]";
        assertThat(one(single)).isEqualTo(one(list));
    }

    @Test
    void iamsUrlEncodingIsUndoneAndAPlusStaysAPlus() throws MalformedDocument {
        String plain =
                "{\"Statement\":{\"Sid\":\"a+b c\",\"Effect\":\"Deny\",\"NotAction\":\"iam:*\",\"NotResource\":\"x\"}}";
        String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8);
        assertThat(read(encoded)).isEqualTo(read(plain));
        assertThat(read(encoded).get(0).sid()).isEqualTo("a+b c");
        assertThat(read(encoded).get(0).notActions()).containsExactly("iam:*");
        assertThat(read(encoded).get(0).notResources()).containsExactly("x");
    }

    @Test
    void aConditionIsKeptAsCanonicalJsonWithItsKeys() throws MalformedDocument {
        PolicyStatement statement =
                one("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Condition\": {\"StringLike\": {\"b:k\": [\"2\", \"1\"]},"
                        + " \"Bool\": {\"aws:Secure\": \"true\", \"a:k\": true}}}");
        assertThat(statement.condition())
                .isEqualTo("{\"Bool\":{\"a:k\":true,\"aws:Secure\":\"true\"},\"StringLike\":{\"b:k\":[\"2\",\"1\"]}}");
        assertThat(statement.conditionKeys()).containsExactly("a:k", "aws:Secure", "b:k");
        assertThat(one("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Condition\":{}}")
                        .hasCondition())
                .isFalse();
    }

    @Test
    void everyoneIsEveryoneHoweverItIsWritten() throws MalformedDocument {
        assertThat(principal("\"*\"")).isEqualTo(new Principal("*", "*", "", true));
        assertThat(principal("{\"AWS\":\"*\"}")).isEqualTo(new Principal("AWS", "*", "", true));
        assertThat(principal("{\"AWS\":[\"*\"]}")).isEqualTo(new Principal("AWS", "*", "", true));
    }

    @Test
    void theAccountOfAPrincipalIsReadWhereItsNameTellsIt() throws MalformedDocument {
        assertThat(principal("{\"AWS\":\"111122223333\"}").account()).isEqualTo("111122223333");
        assertThat(principal("{\"AWS\":\"arn:aws:iam::111122223333:root\"}").account())
                .isEqualTo("111122223333");
        assertThat(principal("{\"AWS\":\"arn:aws-us-gov:iam::111122223333:role/a/b\"}")
                        .account())
                .isEqualTo("111122223333");
        assertThat(principal("{\"Federated\":\"arn:aws:iam::111122223333:saml-provider/Okta\"}")
                        .account())
                .isEqualTo("111122223333");
        assertThat(principal("{\"AWS\":\"AROAEXAMPLEDELETED123\"}"))
                .isEqualTo(new Principal("AWS", "AROAEXAMPLEDELETED123", "", false));
        assertThat(principal("{\"Service\":\"ec2.amazonaws.com\"}"))
                .isEqualTo(new Principal("Service", "ec2.amazonaws.com", "", false));
    }

    @Test
    void whoeverIsNotExcludedIsLetInUnlessItDenies() throws MalformedDocument {
        String not = "\"Action\":\"kms:*\",\"NotPrincipal\":{\"AWS\":[\"b\",\"a\"]}}";
        assertThat(one("{\"Effect\":\"Allow\"," + not).principals())
                .containsExactly(new Principal("*", "* except a, b", "", true));
        assertThat(one("{\"Effect\":\"Deny\"," + not).principals())
                .containsExactly(new Principal("*", "* except a, b", "", false));
    }

    @Test
    void labelsAreUniqueWithinADocument() throws MalformedDocument {
        String statement = "{\"Sid\":\"Same\",\"Effect\":\"Allow\",\"Action\":\"*\"}";
        String nameless = "{\"Effect\":\"Allow\",\"Action\":\"*\"}";
        assertThat(read("{\"Statement\":[" + statement + "," + statement + "," + nameless + "]}"))
                .extracting(PolicyStatement::label)
                .containsExactly("Same", "#2", "#3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "%7B%zz",
                "{\"Version\":\"2012-10-17\"}",
                "{\"Statement\":\"x\"}",
                "{\"Statement\":[\"x\"]}",
                "{\"Statement\":[],\"Extra\":1}",
                "{\"Statement\":[]} trailing",
                "{\"Statement\":[],\"Statement\":[]}",
                "{\"Statement\":{\"Effect\":\"allow\",\"Action\":\"*\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"action\":\"*\",\"Action\":\"*\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[1]}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":\"me\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":{\"Gods\":\"me\"}}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Condition\":\"x\"}}",
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Condition\":{\"Bool\":\"x\"}}}"
            })
    void halfAPolicyIsRefusedWithTheNameOfItsHolder(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageStartingWith("arn:x");
    }
}
