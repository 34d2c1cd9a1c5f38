package fr.pli.exchange.journal;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The journal of facts.
 *
 * @param sourceRetention how long the addresses that requests came from are kept; the facts stay
 */
@ConfigurationProperties("pli.journal")
record JournalSettings(@DefaultValue("12m") Period sourceRetention) {}
