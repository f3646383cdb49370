package io.exhibit.aws.logging;

import static io.exhibit.aws.Declaration.*;

import io.exhibit.aws.AwsClients;
import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Source.Scope;
import io.exhibit.evidence.Target;
import java.util.List;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.DescribeConfigurationRecordersResponse;
import software.amazon.awssdk.services.config.model.DescribeDeliveryChannelsResponse;

/** AWS Config's recorder and delivery channel of a region with their status; none of either means that Config is off there. */
public final class ConfigRecorders implements Collector {

    public static final Source SOURCE = new Source(
            "config.recorders",
            "Config recorders",
            Scope.REGION,
            List.of(
                    json("config:DescribeConfigurationRecorders", "name", "ConfigurationRecorders"),
                    json("config:DescribeConfigurationRecorderStatus", "name", "ConfigurationRecordersStatus"),
                    json("config:DescribeDeliveryChannels", "name", "DeliveryChannels"),
                    json("config:DescribeDeliveryChannelStatus", "name", "DeliveryChannelsStatus")),
            List.of(
                    joined(
                            reading(
                                    "config.recorders",
                                    "configuration recorders",
                                    "name",
                                    "ConfigurationRecorders",
                                    List.of("config:DescribeConfigurationRecorders")),
                            "config:DescribeConfigurationRecorderStatus"),
                    joined(
                            reading(
                                    "config.delivery-channels",
                                    "delivery channels",
                                    "name",
                                    "DeliveryChannels",
                                    List.of("config:DescribeDeliveryChannels")),
                            "config:DescribeDeliveryChannelStatus")));

    private final AwsClients clients;

    public ConfigRecorders(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Source source() {
        return SOURCE;
    }

    @Override
    public void collect(Target target, Capture capture) {
        ConfigClient config = clients.regional("config", target, ConfigClient::builder);
        capture.ask(Call.of("config:DescribeConfigurationRecorders"), config::describeConfigurationRecorders)
                .map(DescribeConfigurationRecordersResponse::configurationRecorders)
                .ifPresent(recorders -> recorders.forEach(recorder -> capture.ask(
                        Call.of("config:DescribeConfigurationRecorderStatus", recorder.name()),
                        () -> config.describeConfigurationRecorderStatus(
                                r -> r.configurationRecorderNames(recorder.name())))));
        capture.ask(Call.of("config:DescribeDeliveryChannels"), config::describeDeliveryChannels)
                .map(DescribeDeliveryChannelsResponse::deliveryChannels)
                .ifPresent(channels -> channels.forEach(channel -> capture.ask(
                        Call.of("config:DescribeDeliveryChannelStatus", channel.name()),
                        () -> config.describeDeliveryChannelStatus(r -> r.deliveryChannelNames(channel.name())))));
    }
}
