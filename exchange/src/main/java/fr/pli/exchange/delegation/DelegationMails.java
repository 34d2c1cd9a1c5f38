package fr.pli.exchange.delegation;

import fr.pli.exchange.mail.Letter;
import fr.pli.exchange.mail.MailView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both are told when a delegation is given and when it is revoked or given up. */
@Configuration(proxyBeanMethods = false)
class DelegationMails {

    static final String GIVEN = "delegation-given";
    static final String ENDED = "delegation-ended";

    @Bean
    MailView delegationGivenMail(DelegationTable table) {
        return new View(GIVEN, table, false);
    }

    @Bean
    MailView delegationEndedMail(DelegationTable table) {
        return new View(ENDED, table, true);
    }

    /** @param revoked what the mail says must still be so */
    private record View(String template, DelegationTable table, boolean revoked) implements MailView {

        @Override
        public Optional<Map<String, Object>> model(Letter letter) {
            return Optional.ofNullable(letter.refs().get("delegation"))
                    .map(UUID::fromString)
                    .flatMap(table::find)
                    .filter(delegation -> revoked == (delegation.endedAt() != null))
                    .map(delegation -> Map.of(
                            "subjectArguments",
                            List.of(
                                    delegation.holder().name(),
                                    delegation.giver().name()),
                            "delegation",
                            delegation,
                            "giver",
                            delegation.giver().name(),
                            "holder",
                            delegation.holder().name(),
                            "link",
                            "/account/delegations"));
        }
    }
}
