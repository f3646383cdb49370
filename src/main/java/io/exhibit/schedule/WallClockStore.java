package io.exhibit.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.quartz.ScheduleBuilder;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerPersistenceDelegateSupport;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerProperties;
import org.quartz.spi.MutableTrigger;
import org.quartz.spi.OperableTrigger;

/** How a trigger of ours lies in a database: as texts, so that nothing that lies there is made into objects by its bytes. */
public final class WallClockStore extends SimplePropertiesTriggerPersistenceDelegateSupport {

    /** For the setting of Quartz that names such classes. */
    public static final String SETTING = "triggerPersistenceDelegateClasses=" + WallClockStore.class.getName();

    @Override
    public boolean canHandleTriggerType(OperableTrigger trigger) {
        return trigger instanceof WallClockTrigger;
    }

    @Override
    public String getHandledTriggerTypeDiscriminator() {
        return "WALL";
    }

    @Override
    protected SimplePropertiesTriggerProperties getTriggerProperties(OperableTrigger trigger) {
        WallClockTrigger ours = (WallClockTrigger) trigger;
        SimplePropertiesTriggerProperties texts = new SimplePropertiesTriggerProperties();
        texts.setString1(ours.task().word());
        texts.setString2(ours.cron().text());
        texts.setString3(ours.cron().zone().getId());
        return texts;
    }

    @Override
    protected TriggerPropertyBundle getTriggerPropertyBundle(SimplePropertiesTriggerProperties texts) {
        Task task = Task.of(texts.getString1())
                .orElseThrow(() -> new IllegalStateException("there is no task " + texts.getString1()));
        Cron cron = new Cron(texts.getString2(), ZoneId.of(texts.getString3()));
        return new TriggerPropertyBundle(
                new ScheduleBuilder<WallClockTrigger>() {
                    @Override
                    protected MutableTrigger build() {
                        return new WallClockTrigger(task, cron, Instant.EPOCH);
                    }
                },
                null,
                null);
    }
}
