using Fairload.App.Caseload;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.App.Allocation.Meetings;

/// <summary>One meeting in a list.</summary>
/// <param name="Name">Of the team, the service or the person; empty for the whole council.</param>
public sealed record MeetingRow(AllocationMeeting Meeting, string Name, int Lines);

/// <summary>Where somebody may open a meeting.</summary>
public sealed record MeetingPlaces(IReadOnlyList<Team> Teams, IReadOnlyList<string> Services, bool Council);

/// <summary>A line with what it is about.</summary>
/// <param name="Left">Why it is left waiting; null where somebody would take it.</param>
/// <param name="AlsoIn">It stands in another open meeting too.</param>
/// <param name="Handover">What whoever holds it has written for the next worker.</param>
public sealed record LineView(
    MeetingLine Line, Case Case, Worker? From, Worker? To, Worker? With, IReadOnlyList<Worker> NotTo, PlanLeft? Left, bool AlsoIn,
    IReadOnlyList<NoteView> Handover);

/// <summary>One change with whom and what it was about.</summary>
public sealed record EditView(MeetingEdit Edit, string Reference, string Worker);

/// <summary>A meeting with its list.</summary>
/// <param name="Plan">Null until the first proposal is there.</param>
/// <param name="People">Everybody named in it.</param>
public sealed record MeetingView(
    AllocationMeeting Meeting, string Name, DateOnly Today, AsOfDays AsOf, MeetingPlan? Plan, IReadOnlyList<LineView> Lines,
    IReadOnlyList<EditView> Edits, IReadOnlyDictionary<Id<Worker>, Worker> People, bool CanBeTakenBack, bool IsMine)
{
    public int Given => Lines.Count(l => l.Line.IsChange);

    /// <summary>The last change by a person that told what it cost.</summary>
    public EditView? Last => Edits.FirstOrDefault(e => e.Edit.Before is not null);
}

/// <summary>Somebody who may take the case of a line, as the list stands.</summary>
/// <param name="Now">Load if the line stays as it is.</param>
/// <param name="After">Load if they take it.</param>
public sealed record Taker(Worker Worker, Worker? With, Percent Now, Percent After, bool WouldPassCeiling);

/// <summary>One line, to be moved to somebody else or given a note.</summary>
public sealed record MoveView(
    AllocationMeeting Meeting, LineView Line, IReadOnlyList<Taker> Takers, IReadOnlyList<(Worker Worker, Rule Rule)> NotAllowed);

/// <summary>Somebody's caseload before it is spread.</summary>
/// <param name="Service">Null where the reader reaches the team alone.</param>
/// <param name="Open">A list that has been begun.</param>
public sealed record SpreadView(Worker Worker, Team Team, string? Service, int Cases, Id<AllocationMeeting>? Open);
