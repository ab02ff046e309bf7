/** What programs beside docker do, in a line each: `name name: what they do`. */
const table = `
apt apt-get aptitude apk brew choco dnf dpkg flatpak microdnf pacman port rpm scoop snap winget yum zypper: installs, removes or lists packages
apt-key add-apt-repository: sets which sources of packages are trusted
awk gawk: prints parts of each line
base64: turns bytes into letters, or back
basename dirname: prints one part of a path
bg: continues a stopped job in the background
bundle: installs packages of Ruby, or runs a program of one
bunx npx pnpx: runs a program of an npm package
buildah: builds images
bun deno node: runs a JavaScript program
bzip2 gzip xz zstd: compresses what it reads, or unpacks it
cargo: builds or runs a Rust program
cat: prints files, or what it reads
cd pushd popd: goes to another folder
chgrp chown: changes who owns a file
chmod: changes who may use a file
clear cls: clears the terminal
cmake make ninja: runs the steps of a build file
code emacs nano notepad vi vim: edits a file
colima: runs the engine in a virtual machine
column: puts lines into columns
composer: installs packages of PHP
containerd runc: runs containers for the engine
convert ffmpeg: converts pictures or videos
copy cp: copies files
crontab: sets what runs at fixed times
crictl: a client of what runs containers for Kubernetes
ctr nerdctl: a client of containerd
curl wget: fetches what is at a web address
cut: prints parts of each line
date: prints or sets the time
declare readonly: sets a variable of this shell
export setx: sets a variable for all programs that follow
df: prints how full the disks are
diff cmp: compares files
dig host nslookup: asks for the address of a name
dir ls tree: lists files
dmesg: prints what the kernel has written
dockerd: the engine itself
dos2unix: changes line endings from those of Windows
dotnet: builds or runs a .NET program
du: prints how much files take up
echo printf: prints its words
env: prints the variables, or sets some for one command
printenv: prints the variables
eval: runs its words as a command of this shell
exec: replaces the shell with another program, or sends its output elsewhere
exit logoff: ends the shell
false: does nothing, and fails
fdisk mkfs parted: sets up a disk
fg jobs: shows or takes back a job of this shell
file stat: prints what kind of file it is
find locate: looks for files
firewall-cmd iptables nft ufw: sets which traffic the machine lets through
free vmstat: prints how much memory is free
gem: installs packages of Ruby
getent: looks up a user, a group or a host
gh: the client of GitHub
git: keeps versions of files
go: builds or runs a Go program
gpg: works with keys and signatures
gradle gradlew mvn mvnw ant: builds a Java program
grep egrep fgrep rg findstr: keeps the lines that match
groupadd groups groupmod addgroup: adds or shows groups of users
gunzip bunzip2 unxz: unpacks what it reads
head: prints the first lines
helm: installs packages on Kubernetes
history: prints what was typed before
hostname hostnamectl: prints or sets the name of this machine
htop top: shows the processes as they run
id: prints which user you are, and in which groups
whoami: prints which user you are
ifconfig ip ipconfig: shows or changes the network of this machine
install: copies files, or makes folders
java javac: runs or builds a Java program
journalctl: prints what the services of this machine have written
jq yq: prints values from JSON or YAML
kill killall pkill: sends a process a signal
kind k3d k3s minikube: runs Kubernetes on this machine
kubectl oc: the client of Kubernetes, whose commands are not those of docker
launchctl: starts or stops a service of a Mac
less more: shows a text, one page at a time
ln: makes a link to a file
loginctl timedatectl: sets up this machine
lsof: lists open files and connections
netstat ss: prints which ports are listened on
lsb_release uname arch: prints what system this is
lsblk: lists the disks
man: shows the manual
md5sum sha1sum sha256sum shasum: prints the digest of a file
podman: runs containers, with nearly the same commands as docker
mkdir: makes a folder
mktemp: makes a temporary file
modprobe: loads a part of the kernel
sysctl: prints or changes settings of the kernel
mongo mongosh mysql mysqladmin mariadb psql redis-cli sqlite3: the client of a database
mongodump mysqldump pg_dump pg_dumpall pg_restore: reads or writes a whole database
mount umount: makes a disk or folder appear at a path, or takes it away
move mv: moves files
nc netcat telnet: opens a connection to a port, or waits for one
newgrp: begins a shell with another group
nginx httpd: a web server
npm pnpm yarn: installs packages of Node.js, or runs a script of the project
nproc: prints how many processors there are
open xdg-open explorer: opens a file or an address
openssl ssh-keygen keytool: works with keys and certificates
passwd: changes a password
perl php ruby lua: runs a program of its language
pgrep ps pidof: lists processes
ping traceroute tracert: tries whether a machine answers
pip pip3 conda: installs packages of Python
pipx poetry uv: installs packages of Python, or runs a program of one
pwd: prints the folder you are in
python python3 py: runs a Python program
read: reads a line into a variable
reboot shutdown poweroff: restarts this machine or turns it off
rm del rmdir: removes files or folders
rsync scp sftp: copies files between machines
sed: changes or picks lines
seq: prints numbers
service systemctl rc-service rc-update: starts, stops or sets up a service of this machine
set setopt shopt: sets an option of the shell
sh bash dash zsh fish ash: runs a shell, or a script of one
sleep: waits
sort: sorts lines
source .: runs a file in this shell
ssh: opens a shell on another machine, or runs a command there
ssh-add ssh-agent ssh-copy-id: manages keys for other machines
su: becomes another user
sudo doas: runs a command as another user, usually root
supervisorctl pm2: keeps programs running
tail: prints the last lines
tar zip 7z: packs files into an archive, or unpacks them
tee: writes to a file and passes on what it reads
terraform ansible ansible-playbook vagrant packer: sets up machines
test [ [[: checks whether a condition is true
time: prints how long a command took
tmux screen: keeps terminals running when you leave
touch: makes an empty file, or renews the time of a file
tr: replaces or removes characters
trap: sets what to do at a signal
true :: does nothing, and succeeds
truncate: changes the length of a file
command type whereis which where: prints where a program is
ulimit: prints or sets limits of this shell
umask: sets the rights of new files
uniq: leaves out lines that repeat the one before
unset unalias: removes a variable or an alias
unzip: unpacks an archive
uptime: prints how long this machine has run
update-alternatives update-rc.d: sets up this machine
useradd usermod adduser deluser gpasswd userdel: changes the users of this machine
visudo: edits who may use sudo
wait: waits for what runs in the background
watch: runs a command again and again
wc: counts lines and words
who: prints who is logged in
wsl: opens Linux on Windows
xargs: runs a command with the words that it reads
yes: prints a word again and again
alias: gives a command a short name
aws az gcloud doctl heroku: the client of a cloud
return break continue: leaves a function or a loop, or begins its next round
shift local: works with a function's words and variables
docker-credential-desktop docker-credential-ecr-login docker-credential-osxkeychain docker-credential-pass docker-credential-wincred: keeps passwords for the client
Get-Content Select-String Get-ChildItem Invoke-WebRequest Set-Location Remove-Item Start-Process Start-Service Write-Host Write-Output ForEach-Object Out-File: a command of PowerShell
`;

/** By their names. */
export const programWords: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const at = line.lastIndexOf(": ");
      const says = line.slice(at + 2);
      return line
        .slice(0, at)
        .split(" ")
        .map((name): [string, string] => [name, says]);
    }),
);
