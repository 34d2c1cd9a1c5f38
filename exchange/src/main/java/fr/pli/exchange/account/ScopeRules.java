package fr.pli.exchange.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What each call of the programming interface asks of a token (P-2). The first rule that fits holds; a call that no rule
 * knows is closed to tokens, and a test reads every route against this table.
 */
@Component
public class ScopeRules {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** In their order: the particular before the general. */
    private static final List<Rule> RULES = List.of(
            Rule.closed("/api/v1/mail-returns"),
            Rule.closed("/api/v1/me/tokens/**"),
            Rule.closed("/api/v1/me/password/**"),
            Rule.closed("/api/v1/me/sessions/**"),
            Rule.closed("/api/v1/me/proof/**"),
            Rule.closed("/api/v1/me/factors/**"),
            Rule.closed("/api/v1/me/address/**"),
            Rule.closed("/api/v1/me/certificates/**"),
            Rule.closed("/api/v1/support/**"),
            Rule.closed("/api/v1/directory/entries/{id}/factors"),
            Rule.of("/api/v1/me/journal/**", Scope.JOURNAL_READ, Scope.JOURNAL_READ),
            Rule.of("/api/v1/journal/**", Scope.JOURNAL_READ, Scope.JOURNAL_READ),
            Rule.of("/api/v1/state/**", Scope.STATE_READ, Scope.STATE_READ),
            Rule.of("/api/v1/statistics/expertises", Scope.EXPERTISES_READ, Scope.EXPERTISES_READ),
            Rule.of("/api/v1/statistics/**", Scope.STATE_READ, Scope.STATE_READ),
            Rule.of("/api/v1/rights/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_READ),
            Rule.of("/api/v1/courts", Scope.EXPERTISES_READ, Scope.EXPERTISES_READ),
            Rule.of("/api/v1/specialties", Scope.EXPERTISES_READ, Scope.EXPERTISES_READ),
            Rule.of("/api/v1/experts/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_WRITE),
            Rule.of("/api/v1/designations/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_WRITE),
            Rule.of("/api/v1/expertises/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_WRITE),
            Rule.of("/api/v1/departure/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_WRITE),
            Rule.of("/api/v1/departures/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_WRITE),
            Rule.of("/api/v1/search/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_READ),
            Rule.of("/api/v1/digests/**", Scope.EXPERTISES_READ, Scope.EXPERTISES_READ),
            Rule.of("/api/v1/me/**", Scope.ACCOUNT_READ, Scope.ACCOUNT_WRITE),
            Rule.of("/api/v1/directory/**", Scope.DIRECTORY_READ, Scope.DIRECTORY_WRITE),
            Rule.of("/api/v1/terms/**", Scope.DIRECTORY_READ, Scope.DIRECTORY_WRITE),
            Rule.of("/api/v1/organisations/**", Scope.DIRECTORY_READ, Scope.DIRECTORY_WRITE),
            Rule.of("/api/v1/offices/**", Scope.DIRECTORY_READ, Scope.DIRECTORY_WRITE),
            Rule.of("/api/v1/policies/**", Scope.DIRECTORY_READ, Scope.DIRECTORY_WRITE),
            // who may read may say that what it holds is what was sent (U-11)
            Rule.of("/api/v1/messages/*/files/*/confirm", Scope.MESSAGES_READ, Scope.MESSAGES_READ),
            Rule.of("/api/v1/messages/**", Scope.MESSAGES_READ, Scope.MESSAGES_SEND),
            Rule.of("/api/v1/drafts/**", Scope.MESSAGES_READ, Scope.MESSAGES_SEND),
            Rule.of("/api/v1/files/**", Scope.MESSAGES_READ, Scope.MESSAGES_SEND),
            Rule.of("/api/v1/uploads/**", Scope.MESSAGES_SEND, Scope.MESSAGES_SEND));

    /** @return the scope the call needs, empty when it is closed to tokens */
    public Optional<Scope> needed(String method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return RULES.stream()
                .filter(rule -> rule.pattern().matches(parsed))
                .findFirst()
                .flatMap(rule -> rule.needed(READING.contains(method)));
    }

    private record Rule(PathPattern pattern, Optional<Scope> reading, Optional<Scope> writing) {

        static Rule of(String pattern, Scope reading, Scope writing) {
            return new Rule(
                    PathPatternParser.defaultInstance.parse(pattern), Optional.of(reading), Optional.of(writing));
        }

        static Rule closed(String pattern) {
            return new Rule(PathPatternParser.defaultInstance.parse(pattern), Optional.empty(), Optional.empty());
        }

        Optional<Scope> needed(boolean read) {
            return read ? reading : writing;
        }
    }
}
