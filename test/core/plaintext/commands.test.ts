import assert from "node:assert/strict";
import { detectSecret } from "../../../core/detection";
import { readScript, readWords } from "../../../core/plaintext";

/** The names of the secrets in a command; a value without a name gives an empty one. */
function findSecrets(command: string | readonly string[]): string[] {
    const found = typeof command === "string" ? readScript(command) : readWords(command);
    return found.flatMap(({ name, value }) =>
        detectSecret("argument", name, value).verdict === "secret" ? [name] : [],
    );
}

describe("a command without a secret alarms nobody:", () => {
    const commands: readonly (string | readonly string[])[] = [
        ["nginx", "-g", "daemon off;"],
        [
            "gunicorn",
            "--bind",
            "0.0.0.0:8000",
            "--workers",
            "4",
            "--access-logfile",
            "-",
            "app:app",
        ],
        ["celery", "-A", "proj", "worker", "--loglevel=info", "--concurrency=4", "-Q", "default"],
        ["java", "-Xmx512m", "-XX:+UseG1GC", "-Dspring.profiles.active=prod", "-jar", "/app.jar"],
        ["npm", "start"],
        'pulumi config set --secret dbPassword "$DB_PASSWORD"',
        "gcloud secrets versions access latest --secret=db-password",
        ["docker", "service", "create", "--secret", "db-password", "app"],
        "apt-key adv --keyserver hkp://keyserver.example --recv-keys ABCD1234ABCD1234",
        ["npm", "run", "start:prod", "--", "--port", "3000"],
        ["node", "--enable-source-maps", "dist/main.js"],
        ["redis-server", "--save", "60", "1", "--loglevel", "warning"],
        ["redis-server", "/etc/redis/redis.conf", "--appendonly", "yes"],
        [
            "postgres",
            "-c",
            "max_connections=200",
            "-c",
            "shared_preload_libraries=pg_stat_statements",
        ],
        ["CMD-SHELL", "pg_isready -U $POSTGRES_USER -d ${POSTGRES_DB:-app} || exit 1"],
        ["CMD-SHELL", "curl -f http://localhost/health || exit 1"],
        ["CMD-SHELL", "wget --no-verbose --tries=1 --spider http://localhost:8080/ || exit 1"],
        ["CMD", "mysqladmin", "ping", "-h", "localhost"],
        ["CMD-SHELL", "mysqladmin ping -h localhost -uroot -p$MYSQL_ROOT_PASSWORD"],
        ["CMD-SHELL", "redis-cli -a $REDIS_PASSWORD ping | grep PONG"],
        ["CMD-SHELL", "mongosh --eval 'db.adminCommand(\"ping\")' --quiet"],
        ["CMD", "grpc_health_probe", "-addr=:50051"],
        ["vault", "server", "-dev", "-dev-root-token-id=$TOKEN"],
        ["traefik", "--providers.docker=true", "--entrypoints.web.address=:80"],
        ["prometheus", "--config.file=/etc/prometheus.yml", "--storage.tsdb.retention.time=15d"],
        ["minio", "server", "/data", "--console-address", ":9001"],
        ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"],
        ["sh", "-c", "exec java $JAVA_OPTS -jar /app.jar"],
        ["bash", "-lc", "bundle exec rails db:migrate && bundle exec puma -C config/puma.rb"],
        ["uvicorn", "main:app", "--host", "0.0.0.0", "--ssl-keyfile", "/certs/tls.key"],
        ["docker", "run", "-p", "80:80", "-v", "/secrets:/run/secrets:ro", "-e", "TOKEN", "app"],
        ["psql", "--username", "app", "--password", "shop"],
        "aws ecr get-login-password | docker login --username AWS --password-stdin registry.example",
        'export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id prod/db --output text)"',
        "export TOKEN=$(cat /run/secrets/token)",
        "PASSWORD=${1:?a password is needed}",
        "echo $TOKEN | docker login -u app --password-stdin",
        'curl -fsS -H "Authorization: Bearer $TOKEN" -u "app:$PASSWORD" https://api.example',
        'curl -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 21600"',
        'sed -i "s|password=.*|password=$PASSWORD|" /etc/app.ini',
        "#!/bin/bash\nset -euo pipefail\nyum install -y docker\nsystemctl enable --now docker",
        "#!/bin/bash\necho ECS_CLUSTER=main >> /etc/ecs/ecs.config",
        "#cloud-config\npackages:\n  - nginx\nssh_pwauth: false\nruncmd:\n  - systemctl start nginx",
        "case $1 in --password=*) shift ;; --token) shift 2 ;; esac",
        "gpg --batch --passphrase-file /run/secrets/passphrase --decrypt f.gpg",
        "openssl req -x509 -nodes -days 365 -keyout /tls/key.pem -out /tls/cert.pem",
        "kubectl create secret generic db --from-literal=password=$DB_PASSWORD",
        "pip install --no-cache-dir token==1.2.3 secretstorage==3.3.3",
    ];
    for (const command of commands) {
        const title = typeof command === "string" ? command : command.join(" ");
        it(title.replaceAll("\n", "; "), () => assert.deepEqual(findSecrets(command), []));
    }
});

describe("a secret in a command is found:", () => {
    const rows: readonly (readonly [string | readonly string[], string])[] = [
        [["app", "--db-password", "hunter2"], "db-password"],
        [["app", "--api-token=abc123"], "api-token"],
        [["app", "--db", "postgres://app:pw@db/app"], "db"],
        [["app", "postgres://app:pw@db/app"], ""],
        [
            ["java", "-Dspring.datasource.password=hunter2", "-jar", "a"],
            "spring.datasource.password",
        ],
        [["CMD-SHELL", "redis-cli -a hunter2 ping"], "password"],
        [["CMD-SHELL", "mysqladmin ping -uroot -phunter2"], "password"],
        [["sh", "-c", "API_TOKEN=abc123 exec app"], "API_TOKEN"],
        [["docker", "run", "-e", "DB_PASSWORD=hunter2", "app"], "DB_PASSWORD"],
        [["helm", "install", "a", "--set", "auth.password=hunter2"], "auth.password"],
        ["echo hunter2 | docker login -u app --password-stdin", "password"],
        ["curl -u app:hunter2 https://api.example", "password"],
        ['curl -H "Authorization: Bearer abcdefghijkl0123" h', "Authorization"],
        ["export DB_PASSWORD=hunter2", "DB_PASSWORD"],
        ["DB_PASSWORD=${DB_PASSWORD_OVERRIDE:-$X} app --db-password hunter2", "db-password"],
        ["cat > /etc/app.env <<EOF\nDB_PASSWORD=hunter2\nEOF", "DB_PASSWORD"],
        ["#cloud-config\nwrite_files:\n- content: |\n    DB_PASSWORD=hunter2", "DB_PASSWORD"],
        ['$env:DB_PASSWORD = "hunter2"', "DB_PASSWORD"],
        ['[Service]\nEnvironment="DB_PASSWORD=hunter2"', "DB_PASSWORD"],
        ["aws ssm put-parameter --name /app/db-password --value hunter2", "/app/db-password"],
        ["psql -c \"ALTER ROLE app WITH PASSWORD 'hunter2'\"", "password"],
        ['sed -i "s/^db_password=.*/db_password=hunter2/" /etc/app.ini', "db_password"],
    ];
    for (const [command, name] of rows) {
        const title = typeof command === "string" ? command : command.join(" ");
        it(title.replaceAll("\n", "; "), () => assert.deepEqual(findSecrets(command), [name]));
    }
});
