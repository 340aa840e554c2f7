package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

/**
 * What the letters {@code account-notice} and {@code security-alert} show.
 *
 * @param title what happened, in a few words
 * @param meaning what it means, in a sentence
 * @param subject the name of what it happened to; null if it has none
 * @param at date and time in the reader's zone
 * @param client what it was done with; null if unknown
 * @param link the page where it can be looked at
 * @param advice what to do
 * @param button what the page is called
 */
@TemplateData
record AccountLetter(
        String title,
        String meaning,
        @Nullable String subject,
        String at,
        @Nullable String client,
        String link,
        String advice,
        String button) {

    static AccountLetter of(AccountNotice data, MailTexts texts, LetterTimes times) {
        return new AccountLetter(
                title(data.event(), texts),
                meaning(data.event(), texts),
                data.subject(),
                times.dateAndTime(data.at()),
                data.client(),
                data.link(),
                texts.noticeNotYou(),
                texts.noticeButton());
    }

    static AccountLetter of(SecurityAlert data, MailTexts texts, LetterTimes times) {
        return new AccountLetter(
                title(data.event(), texts),
                meaning(data.event(), texts),
                data.subject(),
                times.dateAndTime(data.at()),
                null,
                data.link(),
                texts.alertAdvice(),
                texts.alertButton());
    }

    static String title(SecurityAlert.Event event, MailTexts texts) {
        return switch (event) {
            case ROLE_GRANTED -> texts.alertRoleGranted();
            case FAILURE_BURST -> texts.alertFailureBurst();
            case REFRESH_REUSE -> texts.alertRefreshReuse();
            case API_KEY_CREATED -> texts.alertApiKeyCreated();
        };
    }

    private static String meaning(SecurityAlert.Event event, MailTexts texts) {
        return switch (event) {
            case ROLE_GRANTED -> texts.alertRoleGrantedMeaning();
            case FAILURE_BURST -> texts.alertFailureBurstMeaning();
            case REFRESH_REUSE -> texts.alertRefreshReuseMeaning();
            case API_KEY_CREATED -> texts.alertApiKeyCreatedMeaning();
        };
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
            case ERASURE_REQUESTED -> texts.erasureRequested();
            case ACCOUNTS_MERGED -> texts.accountsMerged();
            case NEW_DEVICE -> texts.newDevice();
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
            case ERASURE_REQUESTED -> texts.erasureRequestedMeaning();
            case ACCOUNTS_MERGED -> texts.accountsMergedMeaning();
            case NEW_DEVICE -> texts.newDeviceMeaning();
        };
    }
}
