package fr.pli.exchange.account;

import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The domains of an organisation's addresses: within them its people may change their own (A-1, A-10). */
@Component
public class OrganisationDomains {

    private static final int LONGEST = 1000;
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    private final JdbcClient jdbc;
    private final Guard guard;
    private final Journal journal;

    OrganisationDomains(JdbcClient jdbc, Guard guard, Journal journal) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.journal = journal;
    }

    /** Sorted; empty when nobody of it changes an address themselves. */
    public List<String> of(UUID organisation) {
        return jdbc.sql("select domains from organisation where id = :id")
                .param("id", organisation)
                .query(String.class)
                .optional()
                .map(OrganisationDomains::words)
                .orElse(List.of());
    }

    /** @param by an administrator @param typed domains apart by spaces, commas or lines */
    public void set(Person by, UUID organisation, String typed) {
        guard.administer(by, () -> {
            insistOn(organisation);
            List<String> domains = checked(words(typed));
            jdbc.sql("update organisation set domains = :domains, version = version + 1 where id = :id")
                    .param("domains", String.join(" ", domains))
                    .param("id", organisation)
                    .update();
            journal.append(Fact.of("organisation.domains")
                    .by(by.id())
                    .about(organisation)
                    .detail("domains", domains.size()));
            return organisation;
        });
    }

    private static List<String> checked(List<String> domains) {
        domains.stream()
                .filter(domain -> !DOMAIN.matcher(domain).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw DirectoryRefusal.DOMAIN_MALFORMED.with(wrong.substring(0, Math.min(wrong.length(), 100)));
                });
        if (String.join(" ", domains).length() > LONGEST) {
            throw DirectoryRefusal.DOMAINS_TOO_MANY.with(LONGEST);
        }
        return domains;
    }

    private void insistOn(UUID organisation) {
        int found = jdbc.sql("select count(*) from organisation where id = :id")
                .param("id", organisation)
                .query(Integer.class)
                .single();
        if (found == 0) {
            throw DirectoryRefusal.NOT_FOUND.with();
        }
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s,;]+", -1))
                .map(word -> word.startsWith("@") ? word.substring(1) : word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
