using System.Text.Json;
using Fairload.App.Store;
using Fairload.Core.Allocation;
using Fairload.Core.Allocation.Meetings;
using Fairload.Core.Caseload;
using Fairload.Core.Workforce;

namespace Fairload.App.Allocation.Meetings;

/// <summary>A meeting with its list as somebody read it.</summary>
internal sealed record MeetingList(AllocationMeeting Meeting, MeetingPlan? Plan, List<MeetingLine> Lines, List<MeetingRefusal> Refusals);

/// <summary>What a line becomes.</summary>
internal sealed record Outcome(Id<Case> Case, Id<Worker>? From, Id<Worker>? To, Id<Worker>? With);

/// <summary>A proposal that keeps what people settled.</summary>
/// <param name="Lines">Everything that waited or is spread, what would be moved, and what somebody settled.</param>
/// <param name="Freed">Lines whose mark can not be kept any more, because people or cases have changed since.</param>
internal sealed record WorkedOut(MeetingPlan Plan, IReadOnlyList<Outcome> Lines, IReadOnlyList<Id<Case>> Freed);

/// <summary>Works out the proposal of a meeting around what its people have settled. Reads, and stores nothing.</summary>
public sealed class MeetingPlanning(MeetingQuestions questions, CouncilSettings settings)
{
    /// <summary>Refuses what the line of <paramref name="asked"/> wants if a rule stands against it.</summary>
    /// <param name="asked">The case whose line was just changed; null where none was.</param>
    /// <param name="watch">Is told how far the search is.</param>
    internal async Task<Result<WorkedOut>> WorkOut(MeetingList list, Id<Case>? asked, SearchWatch? watch, CancellationToken stop,
        CancellationToken enough = default)
    {
        var about = list.Meeting.About;
        var question = await questions.Read(about, list.Lines.Select(l => l.CaseId), stop);
        var places = Places(question);
        var (marks, freed) = (new List<(Mark Mark, MeetingLine Line)>(), new List<Id<Case>>());
        foreach (var line in list.Lines.Where(l => l.Mark != LineMark.Free && places.ContainsKey(l.CaseId)))
        {
            var at = places[line.CaseId];
            var not = list.Refusals.Where(r => r.LineId == line.Id).Select(r => r.WorkerId).ToHashSet();
            var isRefused = line.Mark == LineMark.Pinned && line.ToId is { } wanted && not.Contains(wanted);
            if (isRefused && line.CaseId == asked) return IsRefused(question, at, line.ToId!.Value);
            var way = isRefused ? -1
                : line.Mark == LineMark.Left || line.ToId is not { } to ? question.Sharing.Items[at].Now
                : question.Way(at, to, line.WithId, not);
            if (line.Mark == LineMark.Left || way >= 0) marks.Add((new(at, way), line));
            else if (line.CaseId == asked) return Forbidden(question, at, line.ToId!.Value);
            else freed.Add(line.CaseId);
        }

        while (true)
        {
            var overfull = Replanning.Overfull(question.Sharing, [.. marks.Select(m => m.Mark)]);
            var done = overfull.Count > 0 ? null : Solve(question, list, [.. marks.Select(m => m.Mark)], watch, enough);
            if (done is { Overfull.Count: 0 }) return Told(question, list, marks, freed, done);

            // Of those that can not all be kept the one that was settled last goes, unless it is the one that is asked for.
            var holder = (done?.Overfull ?? overfull)[0];
            var theirs = marks.Where(m => m.Mark.Option >= 0 && Takes(question, m.Mark, holder)).OrderBy(m => m.Line.MarkedAt).ToList();
            if (theirs.Exists(m => m.Line.CaseId == asked)) return NoRoom(question, holder);
            marks.Remove(theirs[^1]);
            freed.Add(theirs[^1].Line.CaseId);
        }
    }

    internal static string Write(MeetingPlan plan) => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web);

    internal static MeetingPlan Read(string document) => JsonSerializer.Deserialize<MeetingPlan>(document, JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException("The plan of a meeting is empty.");

    private Replanned Solve(
        ProposalQuestion question, MeetingList list, IReadOnlyList<Mark> marks, SearchWatch? watch, CancellationToken enough)
    {
        var about = list.Meeting.About;
        var places = Places(question);
        var people = question.People.Index().ToDictionary(p => p.Item.Worker.Id, p => p.Index);
        var lines = list.Lines.Where(l => places.ContainsKey(l.CaseId)).ToDictionary(l => l.Id);
        var refused = list.Refusals.Where(r => lines.ContainsKey(r.LineId) && people.ContainsKey(r.WorkerId))
            .Select(r => new Refused(places[lines[r.LineId].CaseId], people[r.WorkerId])).ToList();
        var before = lines.Values.Where(l => l.ToId is not null)
            .Select(l => (Item: places[l.CaseId], Way: question.Way(places[l.CaseId], l.ToId!.Value, l.WithId))).Where(l => l.Way >= 0)
            .ToDictionary(l => l.Item, l => l.Way);
        var tolerant = question.Sharing with { Tolerance = (double)settings.Limits.KindTolerance / 100 };
        return Replanning.Solve(tolerant, marks, refused, before, about.Seed, new(about.Steps, watch), enough);
    }

    private static Dictionary<Id<Case>, int> Places(ProposalQuestion question) =>
        question.Items.Index().ToDictionary(i => i.Item.Case.Id, i => i.Index);

    private static WorkedOut Told(
        ProposalQuestion question, MeetingList list, List<(Mark Mark, MeetingLine Line)> marks, List<Id<Case>> freed, Replanned done)
    {
        var refused = list.Refusals.Select(r => r.LineId).ToHashSet();
        var settled = list.Lines.Where(l => refused.Contains(l.Id)).Select(l => l.CaseId).Concat(marks.Select(m => m.Line.CaseId))
            .ToHashSet();
        var outcomes = question.Items.Index()
            .Where(i => i.Item.Now is null || settled.Contains(i.Item.Case.Id) || IsMoved(i.Index))
            .Select(i => Outcome(i.Index)).ToList();
        return new(Plan(question, done), outcomes, freed);

        bool IsMoved(int item) => done.Chosen[item] != question.Sharing.Items[item].Now;

        Outcome Outcome(int at)
        {
            var (item, chosen) = (question.Items[at], done.Chosen[at]);
            var from = item.From?.Id;
            if (chosen < 0 || !IsMoved(at)) return new(item.Case.Id, from, null, null);
            var option = question.Sharing.Items[at].Options[chosen];
            return new(
                item.Case.Id, from, question.People[option.Holder].Worker.Id,
                option.With < 0 ? null : question.People[option.With].Worker.Id);
        }
    }

    private static MeetingPlan Plan(ProposalQuestion question, Replanned done)
    {
        var sharing = question.Sharing;
        var people = question.People.Select((p, at) => new PlanPerson(
            p.Worker.Id, p.Load.Points / p.Load.Capacity!.Value, (decimal)done.After[at] / sharing.Holders[at].Capacity)).ToList();
        var left = question.Items.Index().Where(i => done.Chosen[i.Index] < 0).Select(i => i.Item).Select(i => new PlanLeft(
            i.Case.Id, i.Rules.Where(r => r is not (Rule.Alone or Rule.Jointly)).CountBy(r => r).ToDictionary(),
            i.Rules.Count(r => r is Rule.Alone or Rule.Jointly))).ToList();
        var figures = new PlanFigures(
            people.Count == 0 ? null : people.Max(p => p.After),
            sharing.Items.Index().Count(i => i.Item.Now < 0 && done.Chosen[i.Index] >= 0),
            Fairness.Of(done.Shared.Shares).Jain);
        return new(
            figures, people.Count == 0 ? null : people.Max(p => p.Before),
            done.Shared.PerfectShares.Count == 0 ? null : Of(done.Shared.PerfectShares[0]), done.Shared.Gap, done.Shared.GapOfHeaviest,
            done.Moves, done.Shared.IsExact, done.Shared.Steps, people,
            [.. done.Shared.Blocks.Select(b =>
                new PlanBlock(Of(b.Share), [.. b.Holders.Select(h => question.People[h].Worker.Id)], b.Items.Count))],
            left)
        {
            Signs =
            [
                .. question.Items.Index().Where(i => done.Chosen[i.Index] >= 0 && done.Chosen[i.Index] != sharing.Items[i.Index].Now)
                    .Select(i => new PlanSigns(
                        i.Item.Case.Id, question.People[sharing.Items[i.Index].Options[done.Chosen[i.Index]].Holder].Worker.Id,
                        question.Signs(i.Index, done.Chosen[i.Index]), i.Item.Entered.Language, i.Item.Entered.Locality)),
            ],
        };
    }

    private static bool Takes(ProposalQuestion question, Mark mark, int holder) =>
        question.Sharing.Items[mark.Item].Options[mark.Option] is var option && (option.Holder == holder || option.With == holder);

    private static Problem Forbidden(ProposalQuestion question, int item, Id<Worker> worker)
    {
        var reference = question.Items[item].Case.Reference;
        if (question.People.FirstOrDefault(p => p.Worker.Id == worker) is { } person)
            return new("Worker", $"{person.Worker.Name} can not take case {reference}: a rule stands against it. Choose somebody else");
        return question.LeftOut.FirstOrDefault(p => p.Worker.Id == worker) switch
        {
            null => new("Worker", $"Choose who takes the case"),
            { Load.Capacity: null } one =>
                new("Worker", $"{one.Worker.Name} can not take case {reference}: the hours are not known, so nobody can say what they have room for. Enter the hours or choose somebody else"),
            { } one => new("Worker", $"{one.Worker.Name} can not take case {reference}: they have no capacity by their hours. Choose somebody else"),
        };
    }

    private static Problem IsRefused(ProposalQuestion question, int item, Id<Worker> worker)
    {
        var name = question.People.Where(p => p.Worker.Id == worker).Select(p => p.Worker.Name).FirstOrDefault("This person");
        return new("Worker", $"{name} was refused for case {question.Items[item].Case.Reference} in this meeting. Let the line go free first, or choose somebody else");
    }

    private Problem NoRoom(ProposalQuestion question, int holder) =>
        new("Worker", $"{question.People[holder].Worker.Name} has no room for it beside what is settled already: the ceiling is {settings.Limits.OverFrom}%. Let another case of theirs go first, or choose somebody else");

    private static decimal Of(Share share) => (decimal)share.Load / share.Capacity;
}
