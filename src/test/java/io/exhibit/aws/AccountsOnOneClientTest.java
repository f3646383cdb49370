package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;

/** One client for all accounts: whoever asks must be answered for his own. */
class AccountsOnOneClientTest {

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
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(whoAnswers(demo, account));
        }
        return answers;
    }

    private static String whoAnswers(Demo demo, String account) {
        StsClient client = demo.aws.clients.sts();
        return demo.aws
                .clients
                .line()
                .listen(
                        account,
                        new ArrayList<>(),
                        () -> client.getCallerIdentity().account());
    }

    @Test
    void oneThreadMayAskForOneAccountAfterTheOther() {
        try (Demo demo = Demo.open()) {
            assertThat(whoAnswers(demo, Collecting.CALLER)).isEqualTo(Collecting.CALLER);
            assertThat(whoAnswers(demo, Collecting.WORKLOAD)).isEqualTo(Collecting.WORKLOAD);
            assertThat(whoAnswers(demo, Collecting.CALLER)).isEqualTo(Collecting.CALLER);
        }
    }

    @Test
    void aClientThatIsAskedForNoAccountIsRefused() {
        try (Demo demo = Demo.open()) {
            assertThatThrownBy(() -> demo.aws.clients.sts().getCallerIdentity())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("for no account");
        }
    }
}
