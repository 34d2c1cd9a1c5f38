package fr.pli.exchange.policy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.Policies;
import fr.pli.exchange.platform.Policy;
import fr.pli.exchange.platform.PolicySource;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.platform.Wording;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads and changes policies; each change is journaled with its value, one administrator after the other. */
@Service
public class PolicyDesk {

    private final ObjectProvider<PolicySource> sources;
    private final Policies policies;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final MessageSource messages;
    private final Wording wording;
    private final Units units;
    private final Clock clock;

    PolicyDesk(
            ObjectProvider<PolicySource> sources,
            Policies policies,
            JdbcClient jdbc,
            Journal journal,
            MessageSource messages,
            Wording wording,
            Units units,
            Clock clock) {
        this.sources = sources;
        this.policies = policies;
        this.jdbc = jdbc;
        this.journal = journal;
        this.messages = messages;
        this.wording = wording;
        this.units = units;
        this.clock = clock;
    }

    /** What can be decided, by heading, with what holds now. */
    public List<Group> groups(Person by) {
        administratorOnly(by);
        Policies.Values now = policies.now();
        return sources.orderedStream()
                .map(source -> new Group(
                        source.group(),
                        source.policies().stream()
                                .map(policy -> line(policy, now))
                                .toList()))
                .toList();
    }

    private static Line line(Policy policy, Policies.Values now) {
        String value = policy.shown(now.text(policy));
        return new Line(policy, value, policy.shown(policy.standard()));
    }

    /**
     * Decides; all of it or, when one thing may not be, nothing.
     *
     * @param typed by policy name, as typed
     * @param seen what the administrator saw, by policy name; what is the same is left alone. Without it everything typed
     *     is decided
     */
    public void change(Person by, Map<String, String> typed, Map<String, String> seen) {
        administratorOnly(by);
        units.run(() -> {
            jdbc.sql("select id from directory_guard where id = 1 for update")
                    .query(Integer.class)
                    .single();
            Policies.Values now = policies.now();
            var decided = new LinkedHashMap<String, String>();
            for (Map.Entry<String, String> entry : typed.entrySet()) {
                Policy policy = policy(entry.getKey());
                String value = policy.read(entry.getValue())
                        .orElseThrow(() -> PolicyRefusal.VALUE.with(words(policy), bounds(policy)));
                String before = now.text(policy);
                String shown = seen.get(policy.name());
                if (shown != null && policy.read(shown).orElse("").equals(value)) {
                    continue;
                }
                if (shown != null && !policy.shown(before).equals(shown)) {
                    throw PolicyRefusal.CHANGED_MEANWHILE.with(words(policy));
                }
                if (!value.equals(before)) {
                    decided.put(policy.name(), value);
                }
            }
            Policies.Values then = now.with(decided);
            sources.stream()
                    .flatMap(source -> source.contradiction(then).stream())
                    .findFirst()
                    .ifPresent(key -> {
                        throw PolicyRefusal.CONTRADICTION.with(sentence(key));
                    });
            decided.forEach((name, value) -> store(by, name, value));
            policies.changed();
        });
    }

    private void store(Person by, String name, String value) {
        jdbc.sql("""
                insert into policy (name, value, changed_at, changed_by) values (:name, :value, :now, :by)
                on duplicate key update value = :value, changed_at = :now, changed_by = :by
                """)
                .param("name", name)
                .param("value", value)
                .param("now", clock.instant())
                .param("by", by.id())
                .update();
        // what a person wrote is text of theirs and no technical value
        boolean free = policy(name).kind() == Policy.Kind.TEXT;
        journal.append(
                Fact.of("policy.changed").by(by.id()).detail("policy", name).detail("value", free ? "" : value));
    }

    private Policy policy(String name) {
        return sources.stream()
                .flatMap(source -> source.policies().stream())
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow(PolicyRefusal.UNKNOWN::with);
    }

    private String words(Policy policy) {
        return sentence("policy." + policy.name());
    }

    private String bounds(Policy policy) {
        return switch (policy.kind()) {
            case NUMBER, OPTIONAL, SIZE ->
                messages.getMessage(
                        "policy.bounds",
                        new Object[] {
                            policy.kind() == Policy.Kind.SIZE ? "0" : Long.toString(policy.least()),
                            policy.shown(Long.toString(policy.most()))
                        },
                        LocaleContextHolder.getLocale());
            case CHOICE -> String.join(", ", policy.choices());
            case WORDS, TEXT -> sentence("policy.malformed");
        };
    }

    private String sentence(String key) {
        return wording.find(key, LocaleContextHolder.getLocale()).orElse(key);
    }

    private static void administratorOnly(Person by) {
        if (!by.active() || by.profile() != Profile.ADMINISTRATOR) {
            throw PolicyRefusal.ADMINISTRATORS_ONLY.with();
        }
    }

    /** Policies under one heading. */
    public record Group(String name, List<Line> lines) {}

    /**
     * One policy.
     *
     * @param value as it is shown in a form
     * @param standard what holds while nothing is decided, as it is shown
     */
    public record Line(Policy policy, String value, String standard) {}
}
