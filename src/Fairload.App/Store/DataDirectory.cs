using System.Text.Json;
using Fairload.Core.Actions;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Store;

/// <summary>
/// One council's data: settings, the SQLite files, inbox, outbox and keys. Made when it is not there. On PostgreSQL only the
/// settings file lies here; everything else is tables.
/// </summary>
public sealed class DataDirectory
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The mark of a restore that is not at its end.</summary>
    internal const string Restoring = "restore-not-finished";

    private DataDirectory(string path, CouncilSettings settings, PracticeWords words) => (Path, Settings, Words) = (path, settings, words);

    public string Path { get; }
    public CouncilSettings Settings { get; }

    /// <summary>The council's short lists of languages and areas of practice.</summary>
    public PracticeWords Words { get; }
    public bool IsPostgres => Settings.Engine == "postgres";
    public string Connection => IsPostgres ? Settings.Connection : $"Data Source={System.IO.Path.Combine(Path, "fairload.db")}";

    /// <param name="council">Its name, for a directory that has no settings yet.</param>
    public static Result<DataDirectory> Open(string path, string council = "") => Open(path, council, pastTheMark: false);

    /// <summary>For a restore, which left its mark there itself.</summary>
    internal static Result<DataDirectory> OpenForRestore(string path) => Open(path, "", pastTheMark: true);

    private static Result<DataDirectory> Open(string path, string council, bool pastTheMark)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            if (!pastTheMark && File.Exists(System.IO.Path.Combine(full, Restoring)))
                return new Problem("data", $"A restore into {full} was broken off, so the data there are not whole. Restore the same backup again; where it says that the database is not empty, empty that database first.");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(full,
                    File.GetUnixFileMode(full) & ~(UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute));
            }

            Directory.CreateDirectory(System.IO.Path.Combine(full, "inbox"));
            Directory.CreateDirectory(System.IO.Path.Combine(full, "outbox"));
            var file = System.IO.Path.Combine(full, "fairload.json");
            if (!File.Exists(file))
            {
                var begun = JsonSerializer.SerializeToUtf8Bytes(new CouncilSettings { Council = council }, Json);
                WholeFile.Write(file, begun, overwrite: true);
            }

            var settings = JsonSerializer.Deserialize<CouncilSettings>(File.ReadAllText(file), Json) ?? new();
            var wrong = Wrong(settings);
            if (wrong.Count > 0) return wrong;
            return OwnWords.In(full).Try(out var words, out var problems) ? new DataDirectory(full, settings, words) : problems.ToList();
        }
        catch (JsonException e)
        {
            return new Problem("data", $"fairload.json in {full} can not be read: {e.Message} Put it right or delete it to start with the defaults.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem("data", $"The data directory {full} can not be used: {e.Message} Name another with --data DIR.");
        }
    }

    public DbContextOptions<FairloadDb> DbOptions()
    {
        var options = new DbContextOptionsBuilder<FairloadDb>();
        Configure(options);
        return options.Options;
    }

    public void Configure(DbContextOptionsBuilder options) => Configure(options, Settings.Engine, Connection);

    public static void Configure(DbContextOptionsBuilder options, string engine, string connection)
    {
        if (engine == "postgres") options.UseNpgsql(connection);
        else options.UseSqlite(connection).AddInterceptors(new SqliteHabits());
    }

    private static List<Problem> Wrong(CouncilSettings s)
    {
        var problems = new List<Problem>();
        if (s.Engine is not ("sqlite" or "postgres"))
            problems.Add(new("engine", $"In fairload.json engine must be sqlite or postgres, not {s.Engine}."));
        if (s.Engine == "postgres" && s.Connection.Length == 0)
            problems.Add(new("connection", $"In fairload.json connection must say where PostgreSQL is."));
        if (s.Nation is not ("england-and-wales" or "scotland" or "northern-ireland"))
            problems.Add(new("nation", $"In fairload.json nation must be england-and-wales, scotland or northern-ireland, not {s.Nation}."));
        if (!(0 < s.Limits.InBandFrom && s.Limits.InBandFrom < s.Limits.FullFrom && s.Limits.FullFrom < s.Limits.OverFrom))
            problems.Add(new("limits", $"In fairload.json the bands must rise: inBandFrom, then fullFrom, then overFrom."));
        if (s.Limits.FullTimeHours <= 0) problems.Add(new("limits", $"In fairload.json fullTimeHours must be more than 0."));
        if (s.Limits.NewCasesAWeek < 1) problems.Add(new("limits", $"In fairload.json newCasesAWeek must be 1 or more, or left out."));
        if (s.Limits.FirstVisitDays < 0) problems.Add(new("limits", $"In fairload.json firstVisitDays must be 0 or more."));
        if (s.Limits.AnswerDays < 1 || s.Limits.ReplyDays < 1)
            problems.Add(new("limits", $"In fairload.json answerDays and replyDays must be 1 or more."));
        if (s.Limits.PlanDays < 1 || s.Limits.ScoreReplyDays < 1)
            problems.Add(new("limits", $"In fairload.json planDays and scoreReplyDays must be 1 or more."));
        if (s.Limits.RedWeeksUp is < 1 or > 12)
            problems.Add(new("limits", $"In fairload.json redWeeksUp must be from 1 to 12: so many weeks are looked at."));
        if (s.Limits.TransferAnswerDays < 1 || s.Limits.TransferMoveDays < 1)
            problems.Add(new("limits", $"In fairload.json transferAnswerDays and transferMoveDays must be 1 or more."));
        if (!new EscalationDays(s.Limits.ActionLineDays, s.Limits.ActionDirectorDays, s.Limits.ActionMembersDays).Rise)
            problems.Add(new("limits", $"In fairload.json the days of overdue actions must rise: actionLineDays, then actionDirectorDays, then actionMembersDays."));
        if (s.Limits.SicknessTargetDays is < 0 or > 253)
            problems.Add(new("limits", $"In fairload.json sicknessTargetDays must be from 0 to 253, or left out."));
        if (s.Limits.FollowUpDays < 1 || s.Limits.SmallThingDays < 1)
            problems.Add(new("limits", $"In fairload.json followUpDays and smallThingDays must be 1 or more."));
        InboxMost[] inbox = [s.Limits.Inbox.Added, s.Limits.Inbox.Changed, s.Limits.Inbox.Gone, s.Limits.Inbox.LeftOut];
        if (inbox.Any(m => m is null || m.Rows < 0 || m.Percent is < 0 or > 1000))
            problems.Add(new("limits", $"In fairload.json each limit of inbox needs rows of 0 or more and percent from 0 to 1000."));
        problems.AddRange(s.Mail?.Wrong() ?? []);
        if (s.Limits.KindTolerance is < 0 or > 100) problems.Add(new("limits", $"In fairload.json kindTolerance must be from 0 to 100."));
        return problems;
    }
}
