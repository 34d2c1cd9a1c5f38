package fr.pli.exchange.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Mails by state, and whether the relay is there, for Prometheus. */
@Component
class MailMetrics implements MeterBinder {

    private final MailHealth health;

    MailMetrics(MailHealth health) {
        this.health = health;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (MailFate.State state : new MailFate.State[] {
            MailFate.State.QUEUED,
            MailFate.State.SENDING,
            MailFate.State.DEFERRED,
            MailFate.State.DELAYED,
            MailFate.State.REFUSED,
            MailFate.State.BOUNCED
        }) {
            Gauge.builder("pli.mail", () -> health.count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("mails of the outbox by state")
                    .register(registry);
        }
        Gauge.builder("pli.mail.relay.up", () -> health.downSince().isEmpty() ? 1 : 0)
                .description("1 while the relay can be reached")
                .register(registry);
    }
}
