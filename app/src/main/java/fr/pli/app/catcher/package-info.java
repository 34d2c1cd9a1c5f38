/**
 * Without a relay, takes the mails itself and shows them on this machine only, so that a newcomer can read an invitation
 * and follow its link. Start reading at {@link fr.pli.app.catcher.CatcherConfiguration}.
 */
@org.jspecify.annotations.NullMarked
package fr.pli.app.catcher;
