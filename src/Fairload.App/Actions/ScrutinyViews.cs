using Fairload.Core.Actions.Scrutiny;

namespace Fairload.App.Actions;

/// <summary>A meeting in the list.</summary>
/// <param name="Counts">How its resolutions stand.</param>
public sealed record ScrutinyLine(ScrutinyMeeting Meeting, int Resolutions, AskedCounts Counts);

/// <summary>The latest first; those to come before those held.</summary>
public sealed record ScrutinyList(IReadOnlyList<ScrutinyLine> Meetings, DateOnly Today, bool MayKeep);

/// <summary>A message to staff.</summary>
/// <param name="AtLeast">To so many accounts at least it was shown, in tens; null for fewer than ten.</param>
public sealed record MessageView(CommissionMessage Message, int? AtLeast);

/// <summary>A meeting with all that was taken down.</summary>
public sealed record ScrutinyView(
    ScrutinyMeeting Meeting, IReadOnlyList<ScrutinyItem> Items, IReadOnlyList<ScrutinyQuestion> Questions, WhatWasAsked Asked,
    IReadOnlyList<Witness> Witnesses, IReadOnlyList<MessageView> Messages, DateOnly Today, bool MayKeep);

/// <summary>A resolution, with what could be made of it.</summary>
/// <param name="Suggested">The day on which it is to come back.</param>
public sealed record ResolutionView(
    AskedResolution Asked, ScrutinyMeeting Meeting, DateOnly Suggested, IReadOnlyList<ActionOwner> Owners, DateOnly Today, bool MayKeep,
    bool MayPublish)
{
    public Resolution Resolution => Asked.Resolution;
}

/// <summary>What the public reads of one action: no name of an owner, no note.</summary>
public sealed record PublishedAction(
    string Reference, string What, string OwnerRole, DateOnly DueOn, IReadOnlyList<Core.Actions.DueMove> Moves,
    Core.Actions.Standing Standing, DateOnly LastOn, bool WentToMembers);

/// <summary>What the public reads of one resolution; an action of none stands alone.</summary>
/// <param name="Meeting">Null for actions that come from no published resolution.</param>
public sealed record PublishedResolution(ScrutinyMeeting? Meeting, Resolution? Resolution, IReadOnlyList<PublishedAction> Actions);

/// <summary>The public tracker, the latest meeting first.</summary>
public sealed record PublicTracker(IReadOnlyList<PublishedResolution> Resolutions, DateOnly Today);
