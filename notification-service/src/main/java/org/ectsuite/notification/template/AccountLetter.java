package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * What the letter {@code account-notice} shows.
 *
 * @param title what happened, in a few words
 * @param meaning what it means, in a sentence
 * @param subject the name of what it happened to; null if it has none
 * @param at date and time in the reader's zone
 * @param client what it was done with; null if unknown
 * @param link the page where it can be looked at
 */
@TemplateData
record AccountLetter(
        String title,
        String meaning,
        @Nullable String subject,
        String at,
        @Nullable String client,
        String link) {

    static AccountLetter of(AccountNotice data, MailTexts texts, LetterTimes times) {
        return new AccountLetter(
                title(data.event(), texts),
                meaning(data.event(), texts),
                data.subject(),
                times.dateAndTime(data.at()),
                data.client(),
                data.link());
    }

    static String title(AccountNotice.Event event, MailTexts texts) {
        return switch (event) {
            case API_KEY_CREATED -> texts.apiKeyCreated();
            case API_KEY_ROTATED -> texts.apiKeyRotated();
            case SECOND_FACTOR_ADDED -> texts.secondFactorAdded();
            case SECOND_FACTOR_REMOVED -> texts.secondFactorRemoved();
            case IDENTITY_LINKED -> texts.identityLinked();
            case IDENTITY_UNLINKED -> texts.identityUnlinked();
            case RECOVERY_CODES_RENEWED -> texts.recoveryCodesRenewed();
            case RECOVERY_CODE_USED -> texts.recoveryCodeUsed();
            case BREAK_GLASS_ISSUED -> texts.breakGlassIssued();
            case BREAK_GLASS_USED -> texts.breakGlassUsed();
            case PASSKEY_ADDED -> texts.passkeyAdded();
            case PASSKEY_REMOVED -> texts.passkeyRemoved();
            case PASSKEY_COPIED -> texts.passkeyCopied();
        };
    }

    private static String meaning(AccountNotice.Event event, MailTexts texts) {
        return switch (event) {
            case API_KEY_CREATED -> texts.apiKeyCreatedMeaning();
            case API_KEY_ROTATED -> texts.apiKeyRotatedMeaning();
            case SECOND_FACTOR_ADDED -> texts.secondFactorAddedMeaning();
            case SECOND_FACTOR_REMOVED -> texts.secondFactorRemovedMeaning();
            case IDENTITY_LINKED -> texts.identityLinkedMeaning();
            case IDENTITY_UNLINKED -> texts.identityUnlinkedMeaning();
            case RECOVERY_CODES_RENEWED -> texts.recoveryCodesRenewedMeaning();
            case RECOVERY_CODE_USED -> texts.recoveryCodeUsedMeaning();
            case BREAK_GLASS_ISSUED -> texts.breakGlassIssuedMeaning();
            case BREAK_GLASS_USED -> texts.breakGlassUsedMeaning();
            case PASSKEY_ADDED -> texts.passkeyAddedMeaning();
            case PASSKEY_REMOVED -> texts.passkeyRemovedMeaning();
            case PASSKEY_COPIED -> texts.passkeyCopiedMeaning();
        };
    }
}
