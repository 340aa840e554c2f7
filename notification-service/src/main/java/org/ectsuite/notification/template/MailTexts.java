package org.ectsuite.notification.template;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The words of the letters, in English. Another language is a file {@code messages/mail_<language>.properties} and an
 * entry in {@link Audience#LOCALES}.
 */
@MessageBundle("mail")
interface MailTexts extends NetLogLetter.Words {

    @Message("This mail was sent by the ECT Suite at {host}.")
    String sentBy(String host);

    @Message("Stop these mails")
    String unsubscribe();

    @Message("Choose what you get")
    String settings();

    @Override
    @Message("{label}")
    String status(String status, String label);

    @Override
    @Message("under a minute")
    String underAMinute();

    @Message("From {sender}")
    String announcementFrom(String sender);

    @Message("Open")
    String announcementOpen();

    @Message("You get this mail because you belong to {group}.")
    String announcementWhy(String group);

    @Message("Mail that could not be delivered: {count}")
    String failureDigestSubject(int count);

    @Message("Mail that could not be delivered")
    String failureDigestTitle();

    @Message("From {since} to {until}")
    String failureDigestSpan(String since, String until);

    @Message(
            "These messages were given up, came back or were reported as unwanted. Nothing is lost as long as they stand in the queue: you can try them again or discard them.")
    String failureDigestText();

    @Message("… and {count} more.")
    String failureDigestMore(int count);

    @Message("Open the queue")
    String failureDigestOpen();

    @Message("You get this mail because your address is set as the one for reports on mail.")
    String failureDigestWhy();

    @Message("To")
    String to();

    @Message("Reason")
    String reason();

    @Message("When")
    String when();

    @Message("Sign in to ECT Suite")
    String signInSubject();

    @Message("Works once, until {until}.")
    String signInPreview(String until);

    @Message("Sign in")
    String signInTitle();

    @Message("Hello {name},")
    String hello(String name);

    @Message("somebody, hopefully you, asked to sign in to ECT Suite with this e-mail address.")
    String signInReason();

    @Message("Somebody, hopefully you, asked to sign in to ECT Suite with this e-mail address.")
    String signInReasonWithoutName();

    @Message("Sign in")
    String signInButton();

    @Message("Open this address to sign in:")
    String signInOpenLink();

    @Message("Or type this code on the page where you asked for it:")
    String signInCode();

    @Message("Link and code work once, until {until}.")
    String signInUntil(String until);

    @Message("Requested")
    String signInRequested();

    @Message("From")
    String signInClient();

    @Message("Valid until")
    String signInValidUntil();

    @Message(
            "Was this not you? Then do nothing: without this mail nobody gets in. Never pass the link or the code on; nobody of your team will ask for them.")
    String signInNotYou();

    @Message("Does the button not work? Copy this address into your browser:")
    String signInCopyLink();

    @Message("Net log: {name}")
    String netLogSubject(String name);

    @Message("Net log")
    String netLogEyebrow();

    @Message("{stations} on {date}, {duration}.")
    String netLogPreview(String stations, String date, String duration);

    @Message("{count} {#if count == 1}station{#else}stations{/if}")
    String stationCount(int count);

    @Message("Net control")
    String netControl();

    @Message("Date")
    String date();

    @Message("On the air")
    String onTheAir();

    @Message("Closed")
    String closed();

    @Message("Duration")
    String duration();

    @Message("Stations")
    String stations();

    @Message("Re-checks")
    String rechecks();

    @Message("Frequencies")
    String frequencies();

    @Message("Check-ins")
    String checkIns();

    @Message("Nobody checked in.")
    String noCheckIns();

    @Message("Time ({zone})")
    String timeColumn(String zone);

    @Message("Callsign")
    String callsign();

    @Message("Name")
    String name();

    @Message("Location")
    String location();

    @Message("Status")
    String statusColumn();

    @Message("Logged by")
    String loggedBy();

    @Message("… and {count} more, in the attached log.")
    String moreRows(int count);

    @Message("Open the net")
    String openNet();

    @Message("Daily digest: {count} {#if count == 1}message{#else}messages{/if}")
    String dailyDigestSubject(int count);

    @Message("Daily digest")
    String dailyDigestTitle();

    @Message("Net logs")
    String dailyDigestNetLogs();

    @Message("Announcements")
    String dailyDigestAnnouncements();

    @Message("You get this mail because you chose one mail a day.")
    String dailyDigestWhy();

    @Message("{what}: {name}")
    String netNoticeSubject(String what, String name);

    @Message("Moved")
    String netMoved();

    @Message("Cancelled")
    String netCancelled();

    @Message("Reminder")
    String netReminder();

    @Message("The net is on the air.")
    String netStartedLead();

    @Message("The net begins at another time.")
    String netMovedLead();

    @Message("The net does not take place.")
    String netCancelledLead();

    @Message("You are net control. The net begins soon.")
    String ncsReminderLead();

    @Message("You log or relay in this net. It begins soon.")
    String staffReminderLead();

    @Message("The net begins soon.")
    String netReminderLead();

    @Message("You get this mail because you are net control of this net.")
    String ncsReminderWhy();

    @Message("You get this mail because you have a role in this net.")
    String staffReminderWhy();

    @Message("You get this mail because you follow this net or have a role in it.")
    String netNoticeWhy();

    @Message("Traffic still with you: NR {number}, {precedence}")
    String trafficReminderSubject(String number, String precedence);

    @Message("Traffic reminder")
    String trafficReminderEyebrow();

    @Message("NR {number} is still with you")
    String trafficReminderTitle(String number);

    @Message("It was neither passed on nor delivered. Pass it on, deliver it, or give it back to its net.")
    String trafficReminderLead();

    @Message("This is the last reminder.")
    String trafficReminderLast();

    @Message("Precedence")
    String precedence();

    @Message("Emergency")
    String precedenceEmergency();

    @Message("Priority")
    String precedencePriority();

    @Message("Welfare")
    String precedenceWelfare();

    @Message("Routine")
    String precedenceRoutine();

    @Message("With you since")
    String heldSince();

    @Message("Net")
    String net();

    @Message("Open the message")
    String openTraffic();

    @Message("You get this mail because you hold this message.")
    String trafficReminderWhy();

    @Message("Begin")
    String netStart();

    @Message("Before")
    String netStartBefore();

    @Message("Attached")
    String attached();

    @Message("There is a new API key for your account")
    String apiKeyCreated();

    @Message("A program that holds this key can act in your name, within the bounds that were set for it.")
    String apiKeyCreatedMeaning();

    @Message("An API key of your account has a new secret")
    String apiKeyRotated();

    @Message("Programs that hold the old secret need the new one.")
    String apiKeyRotatedMeaning();

    @Message("Your account has a second factor now")
    String secondFactorAdded();

    @Message(
            "Whoever signs in needs a code of the authenticator besides this mailbox. All other browsers were signed out.")
    String secondFactorAddedMeaning();

    @Message("Your account has no second factor any more")
    String secondFactorRemoved();

    @Message("This mailbox alone is enough to sign in again. All other browsers were signed out.")
    String secondFactorRemovedMeaning();

    @Message("You can sign in with another provider now")
    String identityLinked();

    @Message("Whoever signs in there with this identity gets into your account. You can take it off again at any time.")
    String identityLinkedMeaning();

    @Message("An identity at another provider was taken off your account")
    String identityUnlinked();

    @Message("It does not open your account any more.")
    String identityUnlinkedMeaning();

    @Message("Your account has new recovery codes")
    String recoveryCodesRenewed();

    @Message("The old codes are good for nothing. All other browsers were signed out.")
    String recoveryCodesRenewedMeaning();

    @Message("A recovery code of your account was used")
    String recoveryCodeUsed();

    @Message("Somebody showed it in place of a code of the authenticator. It cannot be used again.")
    String recoveryCodeUsedMeaning();

    @Message("A break-glass code was made on the host")
    String breakGlassIssued();

    @Message(
            "Whoever has it gets in once, as the administrator named below, without mail and without second factor. If nobody of your team did this, somebody else has a shell on your host.")
    String breakGlassIssuedMeaning();

    @Message("Somebody signed in with a break-glass code")
    String breakGlassUsed();

    @Message(
            "It let them in as the administrator named below, for a short time. If nobody of your team did this, suspend that account and look at your host.")
    String breakGlassUsedMeaning();

    @Message("Your account has a new passkey")
    String passkeyAdded();

    @Message("Whoever holds the device with it can sign in as you.")
    String passkeyAddedMeaning();

    @Message("A passkey of your account was removed")
    String passkeyRemoved();

    @Message("It opens nothing any more. All other browsers were signed out.")
    String passkeyRemovedMeaning();

    @Message("A passkey of your account was refused")
    String passkeyCopied();

    @Message(
            "It counts its uses, and counted backwards: there may be a copy of it. If you have no explanation, remove it.")
    String passkeyCopiedMeaning();

    @Message("Your account is to be erased")
    String erasureRequested();

    @Message("In some days nothing of it will be left but what logs must keep. Until then you can take it back.")
    String erasureRequestedMeaning();

    @Message("Another account of yours has become part of this one")
    String accountsMerged();

    @Message("An administrator joined them. From now on you sign in with this address.")
    String accountsMergedMeaning();

    @Message("Somebody signed in to your account with a new browser")
    String newDevice();

    @Message("Nobody signed in to it with such a browser before.")
    String newDeviceMeaning();

    @Message("Somebody was given a higher role")
    String alertRoleGranted();

    @Message("They may do more than before, everywhere in the suite.")
    String alertRoleGrantedMeaning();

    @Message("Sign-ins from a network fail again and again")
    String alertFailureBurst();

    @Message(
            "The network is banned for a while; whoever is signed in stays in. There may be more such networks, of which no mail tells you for a quarter of an hour.")
    String alertFailureBurstMeaning();

    @Message("A session was copied")
    String alertRefreshReuse();

    @Message("A refresh token came back after it had been used. The session has ended, for the owner and for the copy.")
    String alertRefreshReuseMeaning();

    @Message("There is a new API key")
    String alertApiKeyCreated();

    @Message("A program that holds it can act in its owner's name, within the bounds that were set for it.")
    String alertApiKeyCreatedMeaning();

    @Message("Is that as it should be? Then there is nothing to do. The audit trail says who did it, and from where.")
    String alertAdvice();

    @Message("Audit trail")
    String alertButton();

    @Message("Name")
    String noticeSubject();

    @Message("When")
    String noticeAt();

    @Message("With")
    String noticeClient();

    @Message(
            "If this was you, there is nothing to do. If it was not, open the page below, undo it and sign out everywhere else, and tell your administrator.")
    String noticeNotYou();

    @Message("Sign-in and security")
    String noticeButton();

    @Message("You are invited to ECT Suite")
    String invitationSubject();

    @Message("An administrator invites you to join your team on ECT Suite, where it runs its nets and keeps its logs.")
    String invitationLead();

    @Message("{inviter} invites you to join your team on ECT Suite, where it runs its nets and keeps its logs.")
    String invitationLeadBy(String inviter);

    @Message("Accept the invitation")
    String invitationButton();

    @Message("Not meant for you, or not wanted? Then do nothing: no account is made without you.")
    String invitationClosing();

    @Message("Confirm your new e-mail address")
    String addressConfirmationSubject();

    @Message(
            "Somebody, hopefully you, wants to use this e-mail address for an account of ECT Suite. Confirm it, and you sign in with it from then on.")
    String addressConfirmationLead();

    @Message("Confirm this address")
    String addressConfirmationButton();

    @Message("Was this not you? Then do nothing: without your confirmation nothing changes.")
    String addressConfirmationClosing();

    @Message("Your e-mail address was changed")
    String addressChangedSubject();

    @Message(
            "Your account of ECT Suite has another e-mail address now, and this one does not sign in any more. If you wanted that, there is nothing to do.")
    String addressChangedLead();

    @Message("New address")
    String addressChangedNew();

    @Message("Can be undone until")
    String addressChangedUntil();

    @Message("Undo the change")
    String addressChangedButton();

    @Message(
            "Was this not you? Then undo it at once: your account gets this address back, and everybody is signed out of it. Tell your administrator, too.")
    String addressChangedClosing();

    @Message("You get this mail because you follow this net.")
    String netLogWhy();
}
