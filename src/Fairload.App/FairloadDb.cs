using System.Text.RegularExpressions;
using Fairload.App.Store;
using Fairload.App.Surveys.Results;
using Fairload.Core.Allocation.Transfers;
using Fairload.Core.Caseload;
using Fairload.Core.HealthCheck.Measures;
using Fairload.Core.Imports;
using Fairload.Core.Supervision.Meetings;
using Fairload.Core.Supervision.Sessions;
using Fairload.Core.Surveys.Returns;
using Fairload.Core.Workforce;
using Fairload.Core.Workplace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fairload.App;

/// <summary>The one database context. Reads are plain queries; everything that changes goes through <see cref="Change{T}"/>.</summary>
public sealed partial class FairloadDb(DbContextOptions<FairloadDb> options) : DbContext(options)
{
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Worker> Workers => Set<Worker>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<Reduction> Reductions => Set<Reduction>();
    public DbSet<ExtraDuty> ExtraDuties => Set<ExtraDuty>();
    public DbSet<SettledName> SettledNames => Set<SettledName>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();
    public DbSet<Score> Scores => Set<Score>();
    public DbSet<ImportRun> Imports => Set<ImportRun>();

    private bool _pictureChanged;

    /// <summary>One unit of change: all of it or none. On SQLite it waits its turn behind the one writer of the process.</summary>
    public async Task<T> Change<T>(Func<Task<T>> work, CancellationToken stop)
    {
        using var turn = await OneWriter.Turn(this, stop);
        await using var transaction = await Database.BeginTransactionAsync(stop);
        _pictureChanged = false;
        var outcome = await work();
        await SaveChangesAsync(stop);
        if (_pictureChanged) await Database.ExecuteSqlAsync($"update picture set version = version + 1", stop);
        await transaction.CommitAsync(stop);
        return outcome;
    }

    /// <summary>For changes that pass by the change tracker: tells that what the pages show is another now. Inside a change.</summary>
    internal void PictureChanged() => _pictureChanged = true;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        _pictureChanged |= ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged && IsOfThePicture(e.Metadata.ClrType));
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>People and cases, the imports that brought them, and everything else of which figures are kept once worked out.</summary>
    private static bool IsOfThePicture(Type type) => Pictured.Contains(type) || PicturedFeatures.Contains(type.Namespace);

    private static readonly HashSet<Type> Pictured =
        [typeof(ImportRun), typeof(SurveyResult), typeof(EmployersReturn), typeof(MeasureEntry), typeof(Transfer)];

    private static readonly HashSet<string?> PicturedFeatures =
    [
        typeof(Worker).Namespace, typeof(Case).Namespace, typeof(SupervisionSession).Namespace, typeof(TeamMeeting).Namespace,
        typeof(Incident).Namespace,
    ];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FairloadDb).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(SnakeCase().Replace(property.Name, "_$0").ToLowerInvariant());
            if (property.Name == "Version") property.IsConcurrencyToken = true;
            if (property.Name == "Id") property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var type in typeof(Id<>).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false }))
            configurationBuilder.Properties(typeof(Id<>).MakeGenericType(type)).HaveConversion(typeof(IdConverter<>).MakeGenericType(type));

        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex SnakeCase();

    private sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new(value)) where T : class;

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        at => at, at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
