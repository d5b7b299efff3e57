using Fairload.App.Access;
using Fairload.App.Audit;
using Fairload.App.Caseload;
using Fairload.Core.Access;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Workforce;

/// <summary>A person's languages, skills and goals.</summary>
/// <param name="FromSheet">Languages of the list that the staff sheet names.</param>
/// <param name="Entered">What was entered here and stands, in the order of the lists.</param>
/// <param name="MayChange">The reader is this person, or manages them.</param>
public sealed record PracticeView(
    Worker Worker, IReadOnlyList<string> FromSheet, IReadOnlyList<WorkerWord> Entered, bool MayChange, PracticeWords Words)
{
    public IReadOnlyList<string> Of(PracticeKind kind) => [.. Entered.Where(w => w.Kind == kind).Select(w => w.Word)];

    /// <summary>All of it in one line, to tell whether somebody has changed it since.</summary>
    public string Seen => string.Join(' ', Entered.Select(w => $"{w.Kind}:{w.Word}").Order(StringComparer.Ordinal));
}

/// <summary>The whole of it as somebody wants it, and as they saw it before.</summary>
public sealed record PracticeChange(
    IReadOnlyList<string> Languages, IReadOnlyList<string> Skills, IReadOnlyList<string> Goals, string Seen)
{
    public IReadOnlyList<string> Of(PracticeKind kind) => kind switch
    {
        PracticeKind.Language => Languages,
        PracticeKind.Skill => Skills,
        _ => Goals,
    };
}

/// <summary>Languages, skills and goals: entered by the person or by who manages them, and used where it is asked who takes a
/// case.</summary>
public sealed class PracticeDesk(FairloadDb db, PracticeWords words, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Null when there is no such person or the reader may not see them.</summary>
    public async Task<PracticeView?> Of(Id<Worker> id, Reader reader, CancellationToken stop)
    {
        if (await db.Workers.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop) is not { } worker) return null;
        var teams = await TeamsNow.Of(db, id, clock.UkToday, stop);
        var enters = reader.SightFor(Permission.EnterPractice).SeesWorker(id, teams);
        if (!enters && !reader.SightFor(Permission.SeePeople).SeesWorker(id, teams)) return null;
        var entered = await db.Set<WorkerWord>().AsNoTracking().Where(w => w.WorkerId == id && w.ToOn == null).ToListAsync(stop);
        var order = words.Languages.Select(l => l.Code).Concat(words.Areas.Select(a => a.Code)).ToList();
        return new(
            worker, words.LanguagesIn(worker.Languages), [.. entered.OrderBy(w => w.Kind).ThenBy(w => order.IndexOf(w.Word))],
            enters && !worker.HasLeft(clock.UkToday), words);
    }

    /// <summary>Refuses what is on no list, and what somebody else has changed since it was seen. The same once more changes
    /// nothing.</summary>
    public Task<Result<Done>> Enter(Id<Worker> id, PracticeChange change, Reader reader, CancellationToken stop) =>
        db.Change<Result<Done>>(
            async () =>
            {
                await OneAtATime.Wait(db, $"practice of {id}", stop);
                if (await Of(id, reader, stop) is not { MayChange: true } view)
                    return new Problem("", $"This person has left, or is not yours to enter anything about. Nothing was stored.");
                if (Wrong(change) is { Count: > 0 } problems) return problems;
                var (ends, adds) = (Ends(change, view), Adds(change, view));
                if (ends.Count + adds.Count == 0) return default(Done);
                if (change.Seen != view.Seen)
                    return new Problem("", $"Somebody has changed this while you looked at it. Nothing of yours was stored: below stands what is entered now, beside what you chose. Save again if yours is right");
                foreach (var one in await db.Set<WorkerWord>().Where(w => ends.Contains(w.Id)).ToListAsync(stop))
                    one.End(clock.UkToday, reader.Name);
                foreach (var (kind, word) in adds) db.Add(WorkerWord.Enter(id, kind, word, clock.UkToday, reader.Name));
                await audit.Note(reader, AuditAction.PracticeEntered, "worker", id.ToString(), stop);
                return default(Done);
            },
            stop);

    private List<Problem> Wrong(PracticeChange change)
    {
        var problems = new List<Problem>();
        if (!Knows(PracticeKind.Language)) problems.Add(new("Spoken", $"The list does not hold one of these languages. Choose from the list"));
        if (!Knows(PracticeKind.Skill)) problems.Add(new("Skills", $"The list does not hold one of these skills. Choose from the list"));
        if (!Knows(PracticeKind.Goal)) problems.Add(new("Goals", $"The list does not hold one of these goals. Choose from the list"));
        return problems;

        bool Knows(PracticeKind kind) => change.Of(kind).All(word => words.Knows(kind, word));
    }

    private static List<Id<WorkerWord>> Ends(PracticeChange change, PracticeView view) =>
        [.. view.Entered.Where(w => !change.Of(w.Kind).Contains(w.Word)).Select(w => w.Id)];

    private static List<(PracticeKind Kind, string Word)> Adds(PracticeChange change, PracticeView view) =>
    [
        .. Enum.GetValues<PracticeKind>().SelectMany(kind =>
            change.Of(kind).Distinct().Except(view.Of(kind)).Select(word => (kind, word))),
    ];
}
