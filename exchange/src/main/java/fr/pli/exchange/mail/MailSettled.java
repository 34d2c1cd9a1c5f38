package fr.pli.exchange.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Heard in the transaction in which the fate of a mail changes: accepted, deferred, refused or cancelled.
 *
 * @param subject what the mail is about
 */
public record MailSettled(MailFate fate, @Nullable UUID subject) {}
