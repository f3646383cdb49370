package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.evidence.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.StsClient;

/** One client for all accounts: whoever asks must be answered for his own. */
class SpeakerTest {

    @Test
    void everyThreadIsAnsweredForTheAccountThatItsClientSpeaksFor() throws Exception {
        try (Demo demo = Demo.open()) {
            List<String> accounts = List.of(Collecting.CALLER, Collecting.WORKLOAD, "444455556666", "555566667777");
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<List<String>>> told = new ArrayList<>();
            for (String account : accounts) {
                told.add(threads.submit(() -> answers(demo, account, 50)));
            }
            for (int i = 0; i < accounts.size(); i++) {
                assertThat(told.get(i).get()).hasSize(50).containsOnly(accounts.get(i));
            }
            threads.shutdown();
        }
    }

    private static List<String> answers(Demo demo, String account, int times) {
        StsClient client = demo.aws.clients.sts(account);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(client.getCallerIdentity().account());
        }
        return answers;
    }

    @Test
    void twoClientsOnOneThreadDoNotMixTheirAccountsUp() {
        try (Demo demo = Demo.open()) {
            StsClient one = demo.aws.clients.sts(Collecting.CALLER);
            StsClient other = demo.aws.clients.sts(Collecting.WORKLOAD);
            assertThat(one.getCallerIdentity().account()).isEqualTo(Collecting.CALLER);
            assertThat(other.getCallerIdentity().account()).isEqualTo(Collecting.WORKLOAD);
            assertThat(one.getCallerIdentity().account()).isEqualTo(Collecting.CALLER);
        }
    }

    @Test
    void whatAwsSaysComesOutAsItWasThrown() {
        try (Demo demo = Demo.open().faults("iam=denied")) {
            IamClient iam = demo.aws.clients.iam(Target.global(Collecting.WORKLOAD));
            assertThatThrownBy(iam::getAccountSummary).isInstanceOf(IamException.class);
        }
    }

    @Test
    void aClientThatIsAskedForNoAccountIsRefused() {
        assertThatThrownBy(() -> new Speaker().account())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("for no account");
    }
}
