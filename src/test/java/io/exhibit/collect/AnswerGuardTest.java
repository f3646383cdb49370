package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Operation;
import io.exhibit.read.CatalogFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerGuardTest {

    private static final Catalog CATALOG = CatalogFile.load();
    private static final AnswerGuard GUARD = new AnswerGuard(CATALOG);

    private static Answer judge(String operation, String body) {
        Operation declared = CATALOG.sources().stream()
                .flatMap(source -> source.operations().stream())
                .filter(o -> o.name().equals(operation))
                .findFirst()
                .orElseThrow();
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return GUARD.judge(declared, new Exchange.Response(200, Map.of(), bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organizations:ListAccounts | {'Accounts':[]} | 0 | 0",
                "organizations:ListAccounts | {'Accounts':[{'Id':'1'},{'Id':'2','New':{'a':1}}],'NextToken':'t'} | 2 | 2",
                "organizations:DescribeOrganization | {'Organization':{'Id':'o-1'}} | 1 | 1",
                "inspector2:ListFindings | {'findings':[],'nextToken':null} | 0 | 0",
                "guardduty:ListDetectors | {'detectorIds':['a','b']} | 2 | 2",
                "kms:GetKeyRotationStatus | {'KeyRotationEnabled':false} | 1 | 0",
                "s3:GetBucketVersioning | <VersioningConfiguration/> | 1 | 0",
                "s3:ListBuckets | <ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult> | 0 | 0",
                "s3:GetBucketLifecycleConfiguration | <LifecycleConfiguration><Rule><ID>a</ID><Status>Enabled</Status></Rule>"
                        + "<Rule><Status>Disabled</Status></Rule></LifecycleConfiguration> | 2 | 2",
                "s3:GetBucketPolicy | {'Version':'2012-10-17','Statement':[]} | 1 | 0",
                "cloudfront:ListDistributions"
                        + " | <DistributionList><IsTruncated>false</IsTruncated><Quantity>0</Quantity></DistributionList> | 0 | 0",
                "kms:ListKeys | {'Keys':[],'Truncated':false,'KeyCount':0} | 0 | 0",
                "inspector2:BatchGetAccountStatus | {'accounts':[{'accountId':'1'}],'failedAccounts':[]} | 1 | 1",
            })
    void legitimateAnswersAreBelieved(String operation, String body, long items, int keyed) {
        Answer answer = judge(operation, body);
        assertThat(answer).isEqualTo(Answer.believed(items, answer.keys(), body.contains("Token':'t'")));
        assertThat(answer.keys()).doesNotHaveDuplicates().hasSize(keyed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Accounts':null} | the answer has no Accounts",
                "{'accounts':[]} | the answer has no Accounts",
                "{'Accounts':{}} | Accounts is not of the kind LIST",
                "{'Accounts':[7]} | an item of Accounts is not of the kind STRUCTURE",
                "{'Accounts':[null]} | an item of Accounts is null",
                "{'Accounts':[{'Name':'x'}]} | an item of Accounts has no Id",
                "{'Accounts':[{'Id':''}]} | an item of Accounts has no Id",
                "{'Accounts':[{'Id':5}]} | Id is not of the kind STRING",
                "{'Accounts':[],'Accounts':[]} | the answer is not well-formed JSON",
                "{'Accounts':[{'Id':'1','x':{'y':1,'y':2}}]} | the answer is not well-formed JSON",
                "{'Accounts':[],'__type':'x'} | the answer is an error in the place of an answer",
                "{'Accounts':[]} {} | the answer goes on behind its end",
            })
    void whatIsNotTheAnswerIsRefusedWithItsReason(String body, String reason) {
        Answer answer = judge("organizations:ListAccounts", body);
        assertThat(answer.failure()).isEqualTo(new Failure(Cause.MALFORMED, "", reason, ""));
    }

    @Test
    void moreWithoutATokenIsNoEnd() {
        assertThat(judge("kms:ListKeys", "{'Keys':[],'Truncated':true}").isBelieved())
                .isFalse();
        assertThat(judge("kms:ListKeys", "{'Keys':[],'Truncated':true,'NextMarker':'m'}")
                        .isBelieved())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Keys':[],'Truncated':true,'NextMarker':null} | the answer says that more follows and does not say where",
                "{'Keys':[],'Truncated':true,'NextMarker':''} | the answer says that more follows and does not say where",
                "{'Keys':[],'Truncated':null} | the answer does not say whether more follows",
                "{'Keys':[]} | the answer does not say whether more follows",
            })
    void aListThatDoesNotSayWhetherItEndsIsNotTheWhole(String body, String reason) {
        assertThat(judge("kms:ListKeys", body).failure()).isEqualTo(Failure.of(Cause.MALFORMED, reason));
    }

    @Test
    void anAccountThatInspectorRefusedIsDenied() {
        Answer answer = judge(
                "inspector2:BatchGetAccountStatus",
                "{'accounts':[],'failedAccounts':[{'accountId':'1','errorCode':'ACCESS_DENIED',"
                        + "'errorMessage':'Invoking account does not have access'}]}");
        assertThat(answer.failure())
                .isEqualTo(new Failure(Cause.DENIED, "ACCESS_DENIED", "Invoking account does not have access", ""));
        assertThat(judge("inspector2:BatchGetAccountStatus", "{'accounts':[],'failedAccounts':['1','2']}")
                        .failure()
                        .cause())
                .isEqualTo(Cause.MALFORMED);
    }

    @Test
    void aFindingThatCouldNotBeAnalysedIsNoAnswer() {
        Answer answer = judge("access-analyzer:GetFindingV2", "{'id':'f','findingDetails':[],'error':'ACCESS_DENIED'}");
        assertThat(answer.failure().cause()).isEqualTo(Cause.DENIED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<UserDetailList><member><Arn>a</Arn></member></UserDetailList><GroupDetailList/><RoleDetailList/><Policies/><IsTruncated>false</IsTruncated> | ''",
                "<UserDetailList><member><UserName>a</UserName></member></UserDetailList><GroupDetailList/><RoleDetailList/><Policies/> | an item of UserDetailList has no Arn",
                "<UserDetailList/><GroupDetailList/><RoleDetailList/> | the answer has no Policies",
                "<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies/><IsTruncated>true</IsTruncated> | the answer says that more follows and does not say where",
                "<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies/><IsTruncated>TRUE</IsTruncated> | the answer says that more follows and does not say where",
                "<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies/> | the answer does not say whether more follows",
                "<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies/><IsTruncated/> | the answer does not say whether more follows",
                "<UserDetailList/><GroupDetailList/><RoleDetailList/><Policies/></Wrong> | the answer is not well-formed XML without a document type",
            })
    void xmlIsReadByNameAndKey(String result, String reason) {
        String name = "GetAccountAuthorizationDetails";
        Answer answer = judge(
                "iam:" + name,
                "<" + name + "Response xmlns='https://iam.amazonaws.com/doc/2010-05-08/'><" + name + "Result>" + result
                        + "</" + name + "Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></" + name
                        + "Response>");
        assertThat(answer.isBelieved() ? "" : answer.failure().message()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"90, ''", "200, the answer is nested more deeply than any of AWS's"})
    void anAnswerMayBeDeepButNotEndlessly(int levels, String reason) {
        Answer answer = judge(
                "ec2:DescribeRegions",
                "<DescribeRegionsResponse><requestId>r</requestId><regionInfo/>" + "<x>".repeat(levels)
                        + "</x>".repeat(levels) + "</DescribeRegionsResponse>");
        assertThat(answer.isBelieved() ? "" : answer.failure().message()).isEqualTo(reason);
    }

    @Test
    void aDocumentTypeIsRefusedAndNothingIsFetchedForIt() {
        String answer = "<DescribeRegionsResponse><requestId>r</requestId><regionInfo/></DescribeRegionsResponse>";
        assertThat(judge("ec2:DescribeRegions", answer).isBelieved()).isTrue();
        assertThat(judge("ec2:DescribeRegions", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'>" + answer)
                        .isBelieved())
                .isFalse();
        assertThat(judge("ec2:DescribeRegions", answer.replace("<requestId>r</requestId>", ""))
                        .failure()
                        .message())
                .isEqualTo("the answer has no request id");
    }

    @Test
    void compressedAnswersAreJudgedByWhatIsInThem() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"Accounts\":[]}".getBytes(StandardCharsets.UTF_8));
        }
        Operation list = CATALOG.sourceOf("organizations.accounts").operation("organizations:ListAccounts");
        Map<String, String> gzip = Map.of("content-encoding", "gzip");
        assertThat(GUARD.judge(list, new Exchange.Response(200, gzip, packed.toByteArray()))
                        .isBelieved())
                .isTrue();
        assertThat(GUARD.judge(list, new Exchange.Response(200, gzip, new byte[] {1, 2, 3}))
                        .isBelieved())
                .isFalse();
    }

    @Test
    void itemsThatStandInThePlaceOfTheirListAreJudgedAsItemsOfAList() {
        String operation = "s3:GetBucketLifecycleConfiguration";
        assertThat(judge(operation, "<LifecycleConfiguration/>")).isEqualTo(Answer.malformed("the answer has no Rule"));
        assertThat(judge(operation, "<LifecycleConfiguration><Rule><ID>a</ID></Rule></LifecycleConfiguration>"))
                .isEqualTo(Answer.malformed("an item of Rules has no Status"));
    }
}
